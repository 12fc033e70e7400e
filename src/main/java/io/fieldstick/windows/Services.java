package io.fieldstick.windows;

/** The services of the running Windows; a refusal is a {@link WindowsException} and has changed nothing. */
public interface Services extends ServicesView {

    /** When the service is started from now on; whether it runs now stays as it is. */
    void setStart(String name, Service.Start start);

    /**
     * Starts the service, and waits until it runs, half a minute at most. One that runs already is left alone; one that is
     * disabled is refused (1058).
     */
    void start(String name);

    /**
     * Stops the service, and waits until it is stopped, half a minute at most. One that is stopped already is left alone;
     * one that others which run depend on is refused (1051).
     */
    void stop(String name);
}
