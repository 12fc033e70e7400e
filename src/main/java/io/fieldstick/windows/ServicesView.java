package io.fieldstick.windows;

/** The services of Windows, for reading. */
public interface ServicesView {

    /** The service of this name (the short one, {@code Spooler}, in any case of letters); absent where there is none. */
    Reading<Service> service(String name);
}
