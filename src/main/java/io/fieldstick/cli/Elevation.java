package io.fieldstick.cli;

import java.util.List;
import java.util.OptionalInt;

/** Starting this program again as administrator. */
public interface Elevation {

    /** Runs the stick's launcher elevated with {@code arguments} and returns its exit code; empty where refused. */
    OptionalInt runElevated(List<String> arguments);
}
