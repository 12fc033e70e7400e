package io.fieldstick.audit.disk;

import io.fieldstick.audit.Finding;
import io.fieldstick.audit.Finding.Severity;
import io.fieldstick.audit.disk.PartitionType.Role;
import io.fieldstick.message.Message;
import io.fieldstick.windows.Evidence;
import io.fieldstick.windows.Sectors;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Judges a whole disk, or an image of a disk or a volume, by its sectors: its table, and each partition. */
final class DeviceAudit {
    private static final Pattern DISK_NUMBER = Pattern.compile("(?i)PhysicalDrive(\\d{1,3})$");

    private final Sectors sectors;
    private final Letters letters;

    /** {@code letters}: the volumes that are judged by their letter, or that Windows has unlocked. */
    DeviceAudit(Sectors sectors, Letters letters) {
        this.sectors = sectors;
        this.letters = letters;
    }

    /** {@code named}: somebody asked for this very device, so that a blank one is worth stopping for. */
    List<Finding> judge(boolean named) {
        Region device = Region.whole(sectors);
        Block head = device.read(0, FileSystemSignature.HEAD);
        boolean volume = FileSystemSignature.in(device, head)
                .filter(signature -> signature.format() != VolumeFormat.LDM)
                .filter(signature -> isWholeVolume(device, signature))
                .isPresent();
        Optional<PartitionTable> table = volume ? Optional.empty() : PartitionTable.parse(device);
        boolean divided = table.isPresent()
                && !(table.get().partitions().isEmpty() && table.get().faults().isEmpty());
        return divided ? disk(device, table.get(), named) : whole(device, table, named);
    }

    /**
     * A signature in the first sector makes a volume of the device; one further in may be what an earlier file system
     * left between a partition table and the first partition.
     */
    private static boolean isWholeVolume(Region device, FileSystemSignature signature) {
        boolean firstSector = signature.format().family() == VolumeFormat.Family.WINDOWS
                || signature.format().family() == VolumeFormat.Family.BITLOCKER;
        return firstSector
                || PartitionTable.parse(device)
                        .filter(table -> !table.partitions().isEmpty())
                        .isEmpty();
    }

    private List<Finding> disk(Region device, PartitionTable table, boolean named) {
        List<Finding> findings = new ArrayList<>();
        List<Evidence> overview = new ArrayList<>();
        for (Partition partition : table.partitions()) {
            Optional<Diagnosis> diagnosis = diagnose(device, partition);
            overview.add(overview(device, partition, diagnosis));
            findings.addAll(partition(device, partition, diagnosis, named));
        }
        Message what = Message.of(
                "disk.table", name(), table.style().name(), table.partitions().size());
        findings.add(0, new Finding(Severity.INFO, "disk/partition-table", name(), what, overview, List.of()));
        table.faults().forEach(fault -> findings.add(fault(fault)));
        return findings;
    }

    private static Optional<Diagnosis> diagnose(Region device, Partition partition) {
        boolean none = partition.type().role() == Role.RESERVED;
        return none ? Optional.empty() : Optional.of(Diagnosis.of(device.part(partition.start(), partition.length())));
    }

    /** One line of evidence for each partition: where, what for, how long, and what is in it. */
    private Evidence overview(Region device, Partition partition, Optional<Diagnosis> diagnosis) {
        String content = diagnosis
                .map(found -> ", "
                        + found.format()
                                .map(VolumeFormat::shown)
                                .orElse(found.condition().key()))
                .orElse("");
        String letter = letter(partition).map(found -> " (" + found + ":)").orElse("");
        return new Evidence(
                device.place(partition.start()),
                "#" + partition.number() + letter + " " + partition.type().name() + ", " + partition.length() + " bytes"
                        + content);
    }

    private List<Finding> partition(Region device, Partition partition, Optional<Diagnosis> diagnosis, boolean named) {
        if (device.length().isPresent()
                && partition.reachesBeyond(device.length().getAsLong())) {
            return List.of(beyondEnd(device, partition, device.length().getAsLong()));
        }
        Optional<Character> letter = letter(partition);
        boolean elsewhere = letter.isPresent() && (!named || letters.isMounted(letter.get()));
        if (diagnosis.isEmpty() || elsewhere) {
            return List.of();
        }
        Diagnosis found = diagnosis.get();
        Message shown = Message.of("disk.partition", name(), partition.number());
        return stops(partition.type().role(), found.condition())
                ? List.of(stop(subject(partition), shown, found))
                : Words.marks(subject(partition), shown, found.marks());
    }

    /** Whether a condition is a fault in a partition that was made for {@code role}. */
    private static boolean stops(Role role, Condition condition) {
        return switch (role) {
            case VOLUME -> condition != Condition.SOUND;
            case SYSTEM, UNKNOWN -> condition.isDamage();
            case FOREIGN, POOL, RESERVED -> condition == Condition.UNREADABLE;
        };
    }

    private Finding beyondEnd(Region device, Partition partition, long end) {
        Message shown = Message.of("disk.partition", name(), partition.number());
        Message what = Message.of("disk.beyond-end", shown);
        List<Evidence> evidence = List.of(
                new Evidence(device.place(partition.start()), partition.length() + " bytes"),
                new Evidence(device.place(end), "end after " + end + " bytes"));
        return Words.stop(
                "disk/" + Condition.CUT_SHORT.key(),
                subject(partition),
                what,
                evidence,
                Words.advice(Condition.CUT_SHORT));
    }

    private static Finding stop(String subject, Object shown, Diagnosis diagnosis) {
        return Words.stop(
                "disk/" + diagnosis.condition().key(),
                subject,
                Words.condition(shown, diagnosis),
                diagnosis.evidence(),
                Words.advice(diagnosis.condition()));
    }

    /** A device without a table: one volume, a table that was lost, or nothing. */
    private List<Finding> whole(Region device, Optional<PartitionTable> table, boolean named) {
        Diagnosis diagnosis = Diagnosis.of(device);
        List<Evidence> lost = diagnosis.format().isPresent() ? List.of() : LostPartitions.search(device);
        if (!lost.isEmpty()) {
            return List.of(Words.stop(
                    "disk/partition-table-lost", name(), Message.of("disk.table-lost", name()), lost, List.of()));
        }
        if (diagnosis.condition() == Condition.SOUND) {
            List<Finding> findings = new ArrayList<>();
            findings.add(new Finding(
                    Severity.INFO,
                    "disk/volume",
                    name(),
                    Words.condition(name(), diagnosis),
                    diagnosis.evidence(),
                    List.of()));
            findings.addAll(Words.marks(name(), name(), diagnosis.marks()));
            return findings;
        }
        boolean blank = diagnosis.condition() == Condition.ZEROS
                || (table.isPresent() && diagnosis.format().isEmpty());
        return blank && !named
                ? List.of(new Finding(
                        Severity.WARNING,
                        "disk/blank",
                        name(),
                        Message.of("disk.blank", name()),
                        diagnosis.evidence(),
                        List.of()))
                : List.of(stop(name(), name(), diagnosis));
    }

    private Finding fault(TableFault fault) {
        String key = fault.kind().key();
        Message what = Message.of("disk.table-fault." + key, name());
        List<Evidence> evidence = List.of(fault.evidence());
        return switch (fault.kind()) {
            case GPT_LOST, CHAIN_BROKEN -> Words.stop("disk/table-" + key, name(), what, evidence, List.of());
            case HYBRID -> new Finding(Severity.INFO, "disk/table-" + key, name(), what, evidence, List.of());
            case OTHER_SECTOR_SIZE ->
                new Finding(
                        Severity.WARNING,
                        "disk/table-" + key,
                        name(),
                        what,
                        evidence,
                        List.of(Message.of("disk.advice.enclosure"), Message.of("disk.rule.no-format")));
            default ->
                new Finding(
                        Severity.WARNING,
                        "disk/table-" + key,
                        name(),
                        what,
                        evidence,
                        List.of(Message.of("disk.advice.save-first")));
        };
    }

    private String name() {
        return sectors.name();
    }

    private String subject(Partition partition) {
        return name() + " #" + partition.number();
    }

    private Optional<Character> letter(Partition partition) {
        OptionalInt number = diskNumber(name());
        return number.isEmpty() ? Optional.empty() : letters.at(number.getAsInt(), partition.start());
    }

    private static OptionalInt diskNumber(String device) {
        Matcher matcher = DISK_NUMBER.matcher(device);
        return matcher.find() ? OptionalInt.of(Integer.parseInt(matcher.group(1))) : OptionalInt.empty();
    }
}
