package io.fieldstick.setting;

import io.fieldstick.message.Message;
import io.fieldstick.windows.Announcement;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryValue;
import io.fieldstick.windows.WindowsView;
import java.util.List;
import java.util.Set;

/**
 * Programs that ask the environment ({@code curl}, Git, Python) go through this server: the machine's variables.
 *
 * @param noProxy what they reach directly: hosts, {@code .domain}, addresses
 */
public record EnvironmentProxy(String server, List<String> noProxy) implements Setting<RegistryState> {
    /** The machine's variables (MS docs: WM_SETTINGCHANGE, "Environment"). */
    private static final RegistryKey ENVIRONMENT =
            RegistryKey.machine("SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Environment");

    /** A program that asks itself must not be sent away. */
    private static final List<String> ITSELF = List.of("localhost", "127.0.0.1");

    public EnvironmentProxy {
        noProxy = List.copyOf(noProxy);
    }

    @Override
    public String name() {
        return "proxy/environment";
    }

    @Override
    public Message title() {
        return Message.of("proxy.environment.title");
    }

    @Override
    public Message desired() {
        return Message.of("proxy.is", server, direct());
    }

    private String direct() {
        return String.join(",", noProxy.isEmpty() ? ITSELF : noProxy);
    }

    @Override
    public RegistryState read(WindowsView windows) {
        return RegistryState.read(
                windows,
                List.of(
                        variable("HTTP_PROXY", "http://" + server),
                        variable("HTTPS_PROXY", "http://" + server),
                        variable("NO_PROXY", direct())));
    }

    private static Change variable(String name, String text) {
        return new SetRegistryValue(
                ENVIRONMENT,
                name,
                RegistryValue.sz(text),
                ValueSameness.BYTES,
                // Services were given theirs when Windows started; the others are told.
                InForce.AFTER_RESTART,
                Set.of(Announcement.ENVIRONMENT));
    }

    @Override
    public Judgement judge(RegistryState actual) {
        return Judgements.ofRegistry(
                Reading.of(List.of()), actual, desired(), Message.of("proxy.environment.differs"), List.of());
    }
}
