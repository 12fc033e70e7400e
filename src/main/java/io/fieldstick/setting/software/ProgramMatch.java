package io.fieldstick.setting.software;

import io.fieldstick.windows.InstalledProgram;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One way in which a program may be there: by its displayed name, its publisher and its version. */
public record ProgramMatch(NamePattern displayName, NamePattern publisher, VersionRange version) {
    private static final Pattern VERSION_IN_NAME = Pattern.compile("\\d+(?:\\.\\d+)+");

    /** What a program is to a rule; each beats the ones before it. */
    public enum Answer {
        /** Another program. */
        NO,
        /** The program, in a version that the rule does not admit. */
        OTHER_VERSION,
        /** A pattern of the rule takes too long on this program to say. */
        TOO_SLOW,
        /** The program, but its version was recorded nowhere and the rule asks for one. */
        VERSION_NOT_STATED,
        /** The program. */
        YES
    }

    public Answer of(InstalledProgram program) {
        NamePattern.Answer name = displayName.matches(program.name());
        NamePattern.Answer by = name == NamePattern.Answer.NO ? name : publisher.matches(program.publisher());
        if (name == NamePattern.Answer.NO || by == NamePattern.Answer.NO) {
            return Answer.NO;
        }
        if (name == NamePattern.Answer.TOO_SLOW || by == NamePattern.Answer.TOO_SLOW) {
            return Answer.TOO_SLOW;
        }
        return byVersion(version, statedBy(program));
    }

    /** What something called {@code name} is to a rule that asks for {@code pattern}. */
    static Answer byName(NamePattern pattern, String name) {
        return switch (pattern.matches(name)) {
            case YES -> Answer.YES;
            case NO -> Answer.NO;
            case TOO_SLOW -> Answer.TOO_SLOW;
        };
    }

    /** What a program that states {@code text} as its version is to a rule that asks for {@code version}. */
    static Answer byVersion(VersionRange version, String text) {
        if (version.admitsAll()) {
            return Answer.YES;
        }
        ProgramVersion stated = ProgramVersion.of(text);
        if (!stated.isStated()) {
            return Answer.VERSION_NOT_STATED;
        }
        return version.admits(stated) ? Answer.YES : Answer.OTHER_VERSION;
    }

    /** DisplayVersion; where there is none, the first version in the name: {@code WinRAR 5.21 (64-bit)}. */
    private static String statedBy(InstalledProgram program) {
        Matcher inName = VERSION_IN_NAME.matcher(program.name());
        return program.version().isEmpty() && inName.find() ? inName.group() : program.version();
    }
}
