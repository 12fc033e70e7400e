package io.fieldstick.audit.disk;

import io.fieldstick.audit.disk.BootSector.Field;
import io.fieldstick.windows.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a volume, or that nothing is, with the bytes that show it.
 *
 * @param format what it is, or was; empty where nothing tells
 * @param marks what a sound volume says of itself that somebody should know
 */
public record Diagnosis(Condition condition, Optional<VolumeFormat> format, List<Evidence> evidence, List<Mark> marks) {

    /** The first bytes, for evidence where there is nothing better. */
    private static final int FIRST_BYTES = 16;

    public Diagnosis {
        evidence = List.copyOf(evidence);
        marks = List.copyOf(marks);
    }

    /** The diagnosis of {@code volume}, by its bytes alone. */
    static Diagnosis of(Region volume) {
        Block head = volume.read(0, FileSystemSignature.HEAD);
        if (head.length() == 0 && !volume.failures().isEmpty()) {
            // One bad sector must not hide the others: the first is enough for most signatures.
            head = volume.read(0, volume.sectorSize());
        }
        if (head.length() == 0) {
            return unreadable(volume);
        }
        Block start = head;
        return FileSystemSignature.in(volume, start)
                .map(signature -> bySignature(volume, start, signature))
                .orElseGet(() -> lost(volume, start, Optional.empty()));
    }

    private static Diagnosis unreadable(Region volume) {
        List<Evidence> evidence = volume.failures().stream()
                .map(Region.Failure::evidence)
                .distinct()
                .toList();
        return evidence.isEmpty()
                ? of(Condition.CUT_SHORT, null, List.of(new Evidence(volume.place(0), "0 bytes")))
                : of(Condition.UNREADABLE, null, evidence);
    }

    private static Diagnosis bySignature(Region volume, Block head, FileSystemSignature signature) {
        List<Evidence> seen = List.of(signature.evidence());
        return switch (signature.format().family()) {
            case BITLOCKER -> of(Condition.LOCKED_BITLOCKER, signature.format(), seen);
            case FOREIGN -> of(Condition.FOREIGN, signature.format(), seen);
            case POOL -> of(Condition.POOL, signature.format(), seen);
            case WINDOWS -> windows(volume, head, signature);
        };
    }

    private static Diagnosis windows(Region volume, Block head, FileSystemSignature signature) {
        return switch (signature.format()) {
            case NTFS ->
                NtfsBootSector.parse(head)
                        .map(boot -> ntfs(volume, head, boot, signature))
                        .orElseGet(() -> lost(volume, head, NtfsBootSector.flaw(head)));
            case EXFAT ->
                ExFatBootSector.parse(volume.read(0, LostVolume.EXFAT_REGION))
                        .map(boot -> inPlace(volume, head, boot, signature))
                        .orElseGet(() ->
                                lost(volume, head, ExFatBootSector.flaw(volume.read(0, LostVolume.EXFAT_REGION))));
            case FAT12, FAT16, FAT32 ->
                FatBootSector.parse(head)
                        .map(boot -> inPlace(volume, head, boot, signature))
                        .orElseGet(() -> lost(volume, head, Optional.empty()));
            default -> of(Condition.SOUND, signature.format(), List.of(signature.evidence()));
        };
    }

    private static Diagnosis ntfs(Region volume, Block head, NtfsBootSector boot, FileSystemSignature signature) {
        Diagnosis placed = inPlace(volume, head, boot, signature);
        NtfsFileTable table = NtfsFileTable.read(volume, boot);
        if (!volume.failures().isEmpty()) {
            return unreadable(volume);
        }
        if (placed.condition() == Condition.SOUND && !table.readable()) {
            return of(Condition.FILE_TABLE_DAMAGED, VolumeFormat.NTFS, table.evidence());
        }
        return placed;
    }

    /** A sound boot sector: does the volume fit into what holds it, and what does it say of itself? */
    private static Diagnosis inPlace(Region volume, Block head, BootSector boot, FileSystemSignature signature) {
        if (volume.length().isPresent() && boot.neededLength() > volume.length().getAsLong()) {
            return of(Condition.CUT_SHORT, boot.format(), List.of(sizeField(volume, head, boot), endOf(volume)));
        }
        return new Diagnosis(
                Condition.SOUND,
                Optional.of(boot.format()),
                List.of(signature.evidence()),
                Mark.of(volume, head, boot));
    }

    private static Evidence sizeField(Region volume, Block head, BootSector boot) {
        Field field = boot.sizeField(head);
        Evidence bytes = volume.evidence(0, head, field.offset(), field.length());
        return new Evidence(bytes.where(), bytes.value() + " = " + boot.neededLength() + " bytes");
    }

    private static Evidence endOf(Region volume) {
        long length = volume.length().orElse(0);
        return new Evidence(volume.place(length), "end after " + length + " bytes");
    }

    /** No sound boot sector: what is left? */
    private static Diagnosis lost(Region volume, Block head, Optional<Field> flaw) {
        Field shown = flaw.orElse(new Field(0, FIRST_BYTES));
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(volume.evidence(0, head, shown.offset(), Math.min(shown.length(), FIRST_BYTES)));
        LostVolume left = LostVolume.search(volume);
        evidence.addAll(left.evidence());
        volume.failures().forEach(failure -> evidence.add(failure.evidence()));
        return new Diagnosis(
                left.condition(), left.format(), evidence.stream().distinct().toList(), List.of());
    }

    private static Diagnosis of(Condition condition, @Nullable VolumeFormat format, List<Evidence> evidence) {
        return new Diagnosis(condition, Optional.ofNullable(format), evidence, List.of());
    }
}
