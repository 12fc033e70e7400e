package io.fieldstick.windows;

import java.util.List;

/** What Windows says of its own licence; reading only. */
public interface Activation {

    /** The licences of Windows that have a product key; absent where this Windows cannot be asked. */
    Reading<List<Licence>> licences();

    /**
     * One licence, as SoftwareLicensingProduct describes it (MS docs: "SoftwareLicensingProduct class").
     *
     * @param description with the channel: {@code Windows(R) Operating System, VOLUME_KMSCLIENT channel}
     * @param status 0 unlicensed, 1 licensed, 2 and up: a time of grace, or a notification that it is over
     */
    record Licence(String description, int status) {
        private static final int LICENSED = 1;

        public boolean isActivated() {
            return status == LICENSED;
        }
    }
}
