package io.fieldstick.audit.disk;

import io.fieldstick.audit.Finding;
import io.fieldstick.audit.Finding.Severity;
import io.fieldstick.message.Message;
import io.fieldstick.message.Sizes;
import io.fieldstick.windows.Disks.BitLocker;
import io.fieldstick.windows.Evidence;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.Reading.Present;
import io.fieldstick.windows.Reading.Unreadable;
import io.fieldstick.windows.Sectors;
import io.fieldstick.windows.Volumes.DriveType;
import io.fieldstick.windows.Volumes.FileSystem;
import io.fieldstick.windows.Volumes.Space;
import io.fieldstick.windows.WindowsError;
import io.fieldstick.windows.WindowsView;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Judges one volume with a letter: by what Windows says of it, and by its own sectors. */
final class VolumeAudit {
    /** ERROR_BAD_DEV_TYPE (winerror.h). */
    private static final int BAD_DEVICE_TYPE = 66;

    /** The codes with which a volume says that it has no sectors: a folder or a server shown as a drive. */
    private static final Set<Integer> NO_SECTORS =
            Set.of(1, WindowsError.NOT_SUPPORTED, BAD_DEVICE_TYPE, WindowsError.INVALID_PARAMETER);

    /** The names that GetVolumeInformation gives to what {@link Diagnosis} can examine. */
    private static final Set<String> KNOWN = Set.of("NTFS", "EXFAT", "FAT", "FAT32", "REFS");

    /** A volume with less than one part in so many free is as good as full: Windows itself warns then. */
    private static final int FEW_PARTS_FREE = 20;

    private final WindowsView windows;
    private final char letter;
    private final DriveType type;
    private final String shown;

    VolumeAudit(WindowsView windows, char letter, DriveType type) {
        this.windows = windows;
        this.letter = letter;
        this.type = type;
        this.shown = letter + ":";
    }

    /** Whether Windows knows the letter, or there are sectors under it. */
    boolean isThere() {
        if (!windows.volumes().fileSystem(letter).isAbsent()) {
            return true;
        }
        Reading<Sectors> opened = windows.volumes().open(device());
        if (opened instanceof Present<Sectors> present) {
            present.value().close();
        }
        return !opened.isAbsent();
    }

    /** The finding for a letter that Windows does not know at all. */
    static Finding missing(char letter) {
        String shown = letter + ":";
        return Words.stop(
                "disk/volume-missing",
                shown,
                Message.of("disk.volume-missing", shown),
                List.of(new Evidence("GetLogicalDrives", shown + " -")),
                List.of(Message.of("disk.advice.look-below")));
    }

    List<Finding> judge() {
        Reading<FileSystem> fileSystem = windows.volumes().fileSystem(letter);
        List<Finding> findings = new ArrayList<>();
        if (fileSystem instanceof Unreadable<FileSystem> refused) {
            findings.addAll(refused(refused.why()));
        } else {
            findings.addAll(mounted(fileSystem.map(FileSystem::name).orElse("")));
            findings.addAll(space());
        }
        findings.addAll(bitLocker());
        return List.copyOf(findings);
    }

    // ---- Windows refuses the volume -------------------------------------------------------------------------------

    private List<Finding> refused(WindowsError why) {
        VolumeAnswer answer = VolumeAnswer.of(why);
        Evidence said = new Evidence("GetVolumeInformation " + letter + ":\\", why.said());
        if (answer.saysNothing()) {
            return List.of(Words.notRead("disk/" + answer.key(), shown, why));
        }
        if (answer.isEmptyDrive() && type == DriveType.REMOVABLE) {
            Message what = answer.words(shown, why);
            return List.of(new Finding(Severity.INFO, "disk/no-medium", shown, what, List.of(said), List.of()));
        }
        Reading<Diagnosis> looked = look();
        List<Finding> findings = new ArrayList<>(List.of(stop(answer, why, said, looked)));
        if (looked instanceof Unreadable<Diagnosis> unreadable && !answer.isMediumFailure()) {
            findings.add(Words.notRead("disk/not-looked-at", shown, unreadable.why()));
        }
        return findings;
    }

    private Finding stop(VolumeAnswer answer, WindowsError why, Evidence said, Reading<Diagnosis> looked) {
        List<Evidence> evidence = new ArrayList<>(List.of(said));
        Message words = answer.words(shown, why);
        if (looked instanceof Present<Diagnosis> present) {
            evidence.addAll(present.value().evidence());
            Message what = Message.of("disk.refused", words, below(answer, present.value()));
            Condition condition = condition(answer, present.value());
            String kind = condition == Condition.SOUND ? answer.key() : condition.key();
            return Words.stop("disk/" + kind, shown, what, evidence, Words.advice(condition));
        }
        Message what = looked instanceof Unreadable<Diagnosis> unreadable
                ? Message.of(
                        "disk.refused",
                        words,
                        Message.of("disk.not-looked-at", shown, unreadable.why().said()))
                : words;
        return Words.stop("disk/" + answer.key(), shown, what, evidence, Words.advice(assumed(answer)));
    }

    /** What the sectors say; that they look sound is no comfort where Windows refuses the volume. */
    private Message below(VolumeAnswer answer, Diagnosis diagnosis) {
        boolean sound = diagnosis.condition() == Condition.SOUND;
        if (answer == VolumeAnswer.LOCKED && sound) {
            return Message.of("disk.advice.recovery-key");
        }
        return sound
                ? Message.of(
                        "disk.sound-but-refused",
                        shown,
                        diagnosis.format().map(VolumeFormat::shown).orElse(""))
                : Words.condition(shown, diagnosis);
    }

    /** A failing medium and a lock are certain from Windows's answer; anything else is for the sectors to say. */
    private static Condition condition(VolumeAnswer answer, Diagnosis diagnosis) {
        Condition assumed = assumed(answer);
        return assumed == Condition.SOUND ? diagnosis.condition() : assumed;
    }

    private static Condition assumed(VolumeAnswer answer) {
        if (answer == VolumeAnswer.LOCKED) {
            return Condition.LOCKED_BITLOCKER;
        }
        return answer.isMediumFailure() ? Condition.UNREADABLE : Condition.SOUND;
    }

    // ---- Windows reads the volume ---------------------------------------------------------------------------------

    private List<Finding> mounted(String name) {
        Reading<Diagnosis> looked = look();
        if (looked instanceof Unreadable<Diagnosis> unreadable
                && !NO_SECTORS.contains(unreadable.why().code())) {
            return List.of(Words.notRead("disk/not-looked-at", shown, unreadable.why()));
        }
        if (!(looked instanceof Present<Diagnosis> present)) {
            return List.of(read(Message.of("disk.volume-without-sectors", shown, name), List.of()));
        }
        Diagnosis diagnosis = present.value();
        return stops(name, diagnosis) ? List.of(stop(diagnosis)) : healthy(name, diagnosis);
    }

    /** What another driver mounts (UDF, ext4, APFS ...) is not ours to examine; what Windows's own ones mount is. */
    private static boolean stops(String name, Diagnosis diagnosis) {
        boolean examined = name.isEmpty() || KNOWN.contains(name.toUpperCase(Locale.ROOT));
        return examined && diagnosis.condition() != Condition.SOUND;
    }

    private Finding stop(Diagnosis diagnosis) {
        return Words.stop(
                "disk/" + diagnosis.condition().key(),
                shown,
                Words.condition(shown, diagnosis),
                diagnosis.evidence(),
                Words.advice(diagnosis.condition()));
    }

    private List<Finding> healthy(String name, Diagnosis diagnosis) {
        List<Finding> findings = new ArrayList<>();
        Message what = name.isEmpty() ? Words.condition(shown, diagnosis) : Message.of("disk.volume", shown, name);
        findings.add(read(what, diagnosis.evidence()));
        findings.addAll(Words.marks(shown, shown, diagnosis.marks()));
        boolean told = diagnosis.marks().stream().anyMatch(mark -> mark.kind() == Mark.Kind.DIRTY);
        boolean dirty = windows.disks().dirty(letter) instanceof Present<Boolean> asked && asked.value();
        if (dirty && !told) {
            Evidence evidence = new Evidence("FSCTL_IS_VOLUME_DIRTY " + shown, "1");
            findings.addAll(Words.marks(shown, shown, List.of(new Mark(Mark.Kind.DIRTY, evidence))));
        }
        return findings;
    }

    private List<Finding> space() {
        Reading<Space> space = windows.volumes().space(letter);
        if (space instanceof Unreadable<Space> unreadable) {
            return List.of(Words.notRead("disk/space-not-read", shown, unreadable.why()));
        }
        if (!(space instanceof Present<Space> present)) {
            return List.of();
        }
        long free = present.value().free();
        long total = present.value().total();
        boolean full = free < total / FEW_PARTS_FREE;
        Message what = Message.of("disk.space", Sizes.of(free), Sizes.of(total), shown);
        List<Message> advice = full ? List.of(Message.of("disk.advice.full")) : List.of();
        Evidence said = new Evidence("GetDiskFreeSpaceEx " + letter + ":\\", free + " / " + total + " bytes");
        return List.of(
                new Finding(full ? Severity.WARNING : Severity.INFO, "disk/space", shown, what, List.of(said), advice));
    }

    private Finding read(Message what, List<Evidence> evidence) {
        return new Finding(Severity.INFO, "disk/volume", shown, what, evidence, List.of());
    }

    // ---- both -----------------------------------------------------------------------------------------------------

    /** The diagnosis from the sectors; absent where there are none, unreadable where nobody may look. */
    private Reading<Diagnosis> look() {
        return windows.volumes().open(device()).flatMap(opened -> {
            try (Sectors sectors = opened) {
                return diagnose(sectors);
            }
        });
    }

    private static Reading<Diagnosis> diagnose(Sectors sectors) {
        Region region = Region.whole(sectors);
        Diagnosis diagnosis = Diagnosis.of(region);
        Optional<WindowsError> why = region.failures().stream()
                .map(Region.Failure::why)
                .filter(error -> !VolumeAnswer.of(error).isMediumFailure())
                .findFirst();
        return diagnosis.condition() == Condition.UNREADABLE && why.isPresent()
                ? Reading.unreadable(why.get())
                : Reading.of(diagnosis);
    }

    private List<Finding> bitLocker() {
        Reading<BitLocker> asked = windows.disks().bitLocker(letter);
        if (asked instanceof Unreadable<BitLocker> unreadable) {
            return List.of(Words.notRead("disk/bitlocker-unknown", shown, unreadable.why()));
        }
        if (!(asked instanceof Present<BitLocker> present) || !present.value().encrypted()) {
            return List.of();
        }
        Evidence evidence = new Evidence(
                "Win32_EncryptableVolume " + shown + " ProtectionStatus",
                Integer.toString(present.value().protection()));
        return List.of(new Finding(
                Severity.WARNING,
                "disk/bitlocker-on",
                shown,
                Message.of("disk.bitlocker-on", shown),
                List.of(evidence),
                List.of(Message.of("disk.advice.key-before-change"), Message.of("disk.advice.recovery-key-where"))));
    }

    private String device() {
        return "\\\\.\\" + shown;
    }
}
