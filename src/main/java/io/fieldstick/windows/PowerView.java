package io.fieldstick.windows;

import java.util.List;

/** The power plans, for reading; a plan is its GUID in small letters without braces. */
public interface PowerView {

    /** A computer whose Windows is not running has no plan in force. */
    PowerView NONE = new PowerView() {
        @Override
        public Reading<List<String>> plans() {
            return Reading.absent();
        }

        @Override
        public Reading<String> activePlan() {
            return Reading.absent();
        }

        @Override
        public Reading<Integer> seconds(String plan, PowerTimeout timeout, PowerSource source) {
            return Reading.absent();
        }
    };

    Reading<List<String>> plans();

    /** The plan in force. */
    Reading<String> activePlan();

    /** The seconds of a plan's timeout; 0 is never. */
    Reading<Integer> seconds(String plan, PowerTimeout timeout, PowerSource source);
}
