package io.fieldstick.setting;

import io.fieldstick.message.Message;
import io.fieldstick.windows.Evidence;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.WinHttpProxy;
import io.fieldstick.windows.WindowsView;
import java.util.List;

/** Services and Windows itself, as far as they use WinHTTP, go this way to the network; asked of WinHTTP. */
public record ServicesProxy(ProxyRoute route) implements Setting<Reading<WinHttpProxy>> {

    @Override
    public String name() {
        return "proxy/winhttp";
    }

    @Override
    public Message title() {
        return Message.of("proxy.winhttp.title");
    }

    @Override
    public Message desired() {
        return route.words();
    }

    @Override
    public Reading<WinHttpProxy> read(WindowsView windows) {
        return windows.internet().winHttpProxy();
    }

    @Override
    public Judgement judge(Reading<WinHttpProxy> actual) {
        WinHttpProxy wanted = new WinHttpProxy(route.server(), route.bypassText());
        if (!(actual instanceof Reading.Present<WinHttpProxy> present)) {
            return actual instanceof Reading.Unreadable<WinHttpProxy> refused
                    ? Judgement.of(Message.of("setting.unknown"), List.of(), new Verdict.Unknown(refused.why()))
                    : Judgement.of(
                            Message.of("proxy.winhttp.none"),
                            List.of(),
                            new Verdict.NotApplicable(Message.of("proxy.winhttp.none")));
        }
        WinHttpProxy is = present.value();
        Message words = is.isDirect() ? Message.of("proxy.direct") : ProxyRoute.words(is.server(), is.bypass());
        List<Change> changes = is.isSame(wanted) ? List.of() : List.of(new SetWinHttpProxy(wanted));
        return Judgement.of(
                words,
                List.of(Evidence.effective("WinHttpGetDefaultProxyConfiguration", is.toString())),
                Verdict.differs(changes));
    }
}
