package io.fieldstick.audit.backup;

import io.fieldstick.audit.Finding;
import io.fieldstick.audit.Finding.Severity;
import io.fieldstick.message.Message;
import io.fieldstick.message.Sizes;
import io.fieldstick.userdata.BigFile;
import io.fieldstick.userdata.Count;
import io.fieldstick.userdata.UserDataReport;
import io.fieldstick.windows.Evidence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether everything that must be saved fits on a target.
 *
 * @param files to be saved
 * @param bytes to be saved
 * @param most the bytes that it may take there: each file takes whole clusters, and each folder one at least
 * @param unexplained the bytes that nothing explains, which are in neither number
 * @param counted whether all of it was counted; if not, {@code files} and {@code bytes} are lower bounds
 * @param tooBig files that the target's file system cannot hold
 */
public record BackupFit(
        BackupTarget target,
        long files,
        long bytes,
        long most,
        long unexplained,
        boolean counted,
        List<BigFile> tooBig) {
    public BackupFit {
        tooBig = List.copyOf(tooBig);
    }

    /** Whether there is room. */
    public enum Verdict {
        FITS,
        /**
         * It may fit: not if the unexplained is saved too, if the files' last clusters are as empty as can be, or if much
         * of what must be saved was not counted.
         */
        TIGHT,
        DOES_NOT_FIT
    }

    /** Compares what {@code report} found with the room on {@code target}. */
    public static BackupFit of(BackupTarget target, UserDataReport report) {
        Count all = report.total();
        long cluster = Math.max(1, target.space().cluster());
        long most = all.bytes() + (all.files() + all.folders()) * cluster;
        long unexplained = report.leftBehind().unexplainedBytes();
        List<BigFile> tooBig = target.isFat() ? report.bigFiles() : List.of();
        boolean counted = report.isComplete() && all.unreadFolders() == 0;
        return new BackupFit(target, all.files(), all.bytes(), most, unexplained, counted, tooBig);
    }

    public Verdict verdict() {
        long free = target.space().free();
        if (bytes > free) {
            return Verdict.DOES_NOT_FIT;
        }
        return !counted || most + unexplained > free ? Verdict.TIGHT : Verdict.FITS;
    }

    /** The bytes that will at least be free afterwards; negative where they are missing. */
    public long margin() {
        return target.space().free() - (verdict() == Verdict.DOES_NOT_FIT ? bytes : most);
    }

    public Duration shortest() {
        return target.medium().shortest(files, bytes);
    }

    public Duration longest() {
        return target.medium().longest(files, bytes);
    }

    /** What stands in the way of a backup to this target, or should be known before. */
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        if (target.fileSystem().readOnly()) {
            findings.add(finding(Severity.STOP, "read-only", Message.of("backup.read-only", target.path())));
        }
        switch (target.standing()) {
            case SAME_VOLUME ->
                findings.add(finding(Severity.STOP, "same-volume", Message.of("backup.same-volume", target.path())));
            case SAME_DISK ->
                findings.add(finding(Severity.WARNING, "same-disk", Message.of("backup.same-disk", target.path())));
            case STICK -> findings.add(finding(Severity.WARNING, "stick", Message.of("backup.stick", target.path())));
            case ELSEWHERE -> {}
        }
        room(findings);
        tooBig(findings);
        return findings;
    }

    private void room(List<Finding> findings) {
        String free = Sizes.of(target.space().free());
        switch (verdict()) {
            case DOES_NOT_FIT ->
                findings.add(finding(
                        Severity.STOP,
                        "not-enough-space",
                        Message.of(
                                "backup.not-enough-space", target.path(), Sizes.of(bytes), free, Sizes.of(-margin())),
                        Message.of("backup.not-enough-space.help")));
            case TIGHT ->
                findings.add(finding(
                        Severity.WARNING,
                        "tight",
                        counted
                                ? Message.of(
                                        "backup.tight",
                                        target.path(),
                                        Sizes.of(bytes),
                                        free,
                                        Sizes.of(most + unexplained))
                                : Message.of("backup.not-counted", target.path(), Sizes.of(bytes), free)));
            case FITS -> {}
        }
    }

    private void tooBig(List<Finding> findings) {
        for (BigFile file : tooBig) {
            findings.add(new Finding(
                    Severity.STOP,
                    "backup-to/file-too-big",
                    file.path(),
                    Message.of(
                            "backup.file-too-big",
                            file.path(),
                            Sizes.of(file.bytes()),
                            target.path(),
                            target.fileSystem().name()),
                    List.of(new Evidence(file.path(), file.bytes() + " bytes")),
                    List.of(Message.of("backup.file-too-big.help"))));
        }
    }

    private Finding finding(Severity severity, String kind, Message what, Message... advice) {
        return new Finding(severity, "backup-to/" + kind, target.path(), what, List.of(), List.of(advice));
    }
}
