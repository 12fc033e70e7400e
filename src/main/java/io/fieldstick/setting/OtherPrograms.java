package io.fieldstick.setting;

import io.fieldstick.message.Message;
import io.fieldstick.setting.software.ProgramMatch.Answer;
import io.fieldstick.setting.software.ProgramRule;
import io.fieldstick.windows.Evidence;
import io.fieldstick.windows.InstalledProgram;
import io.fieldstick.windows.InstalledProgram.Listing;
import io.fieldstick.windows.InstalledPrograms;
import io.fieldstick.windows.InstalledPrograms.Remark;
import io.fieldstick.windows.WindowsView;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is installed and in no rule is there only if it is free: which this program cannot know, so it lists them with
 * publisher and date for a person to look at, and calls nothing of it a difference.
 *
 * @param scan shared by the settings of one profile
 */
record OtherPrograms(List<ProgramRule> rules, SoftwareScan scan) implements Setting<SoftwareScan.State> {
    private static final int MOST_ODD = 3;

    OtherPrograms {
        rules = List.copyOf(rules);
    }

    @Override
    public String name() {
        return Software.SECTION + "/" + Software.OTHERS;
    }

    @Override
    public Message title() {
        return Message.of("software.others");
    }

    @Override
    public Message desired() {
        return Message.of("software.others-free");
    }

    @Override
    public SoftwareScan.State read(WindowsView windows) {
        return scan.read(windows, name());
    }

    @Override
    public Judgement judge(SoftwareScan.State actual) {
        List<InstalledProgram> others = among(actual.installed());
        List<Evidence> evidence =
                others.stream().map(OtherPrograms::withPublisherAndDate).toList();
        Message told = told(others);
        List<Remark> odd = actual.installed().odd();
        Message all = odd.isEmpty() ? told : Message.of("software.others-and-odd", told, odd.size(), places(odd));
        return new Judgement(
                all, evidence, new Verdict.AsDesired(), actual.installed().refused());
    }

    /** The programs that are in no rule. */
    List<InstalledProgram> among(InstalledPrograms installed) {
        return installed.programs().stream().filter(this::isInNoRule).toList();
    }

    private boolean isInNoRule(InstalledProgram program) {
        return program.listing() == Listing.PROGRAM
                && rules.stream().allMatch(rule -> rule.answerFor(program) == Answer.NO);
    }

    private static Evidence withPublisherAndDate(InstalledProgram program) {
        String date = program.installed().map(day -> ", " + day).orElse("");
        return new Evidence(program.evidence().where(), Software.words(program) + date).since(program.written());
    }

    private static Message told(List<InstalledProgram> others) {
        if (others.isEmpty()) {
            return Message.of("software.no-others");
        }
        return Message.of("software.other-programs", others.size());
    }

    private static String places(List<Remark> odd) {
        return odd.stream().limit(MOST_ODD).map(Remark::where).collect(Collectors.joining("; "));
    }
}
