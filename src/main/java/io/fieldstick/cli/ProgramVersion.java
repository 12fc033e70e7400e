package io.fieldstick.cli;

import picocli.CommandLine.IVersionProvider;

/** The version of the program, from its jar. */
final class ProgramVersion implements IVersionProvider {
    /** The version that the build gave the jar; {@code development} where there is no jar. */
    static String text() {
        String version = ProgramVersion.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    @Override
    public String[] getVersion() {
        return new String[] {"fieldstick " + text()};
    }
}
