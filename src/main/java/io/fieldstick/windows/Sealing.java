package io.fieldstick.windows;

/** Keeps bytes from everybody who does not have this computer too, as Windows keeps secrets of its own. */
public interface Sealing {

    /** On a Windows that is not running nothing can be sealed or opened. */
    Sealing NONE = new Sealing() {
        @Override
        public Reading<byte[]> seal(byte[] bytes) {
            return Reading.absent();
        }

        @Override
        public Reading<byte[]> open(byte[] sealed) {
            return Reading.absent();
        }
    };

    /** {@code bytes} as only this Windows can {@linkplain #open open} them, whoever is signed in and whatever it is called. */
    Reading<byte[]> seal(byte[] bytes);

    /** What was {@linkplain #seal sealed}; unreadable where that was done on another Windows, or to something else. */
    Reading<byte[]> open(byte[] sealed);
}
