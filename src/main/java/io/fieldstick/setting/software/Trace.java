package io.fieldstick.setting.software;

/** What a program leaves on a Windows besides its entry in the list of installed programs. */
public sealed interface Trace permits AppxTrace, FileTrace, MsiTrace, ProcessTrace, ServiceTrace {

    /** Looks for it. */
    Sighting.Look in(ProgramPlaces places);

    /** The versions that count. */
    default VersionRange version() {
        return VersionRange.ANY;
    }
}
