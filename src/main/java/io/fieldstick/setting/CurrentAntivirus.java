package io.fieldstick.setting;

import io.fieldstick.message.Message;
import io.fieldstick.windows.Antivirus.Product;
import io.fieldstick.windows.EnvironmentVariables;
import io.fieldstick.windows.Evidence;
import io.fieldstick.windows.FileEntry;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.Tried;
import io.fieldstick.windows.WindowsPath;
import io.fieldstick.windows.WindowsView;
import java.util.List;

/** A virus scanner is registered, switched on and up to date. */
record CurrentAntivirus() implements Setting<Reading<List<CurrentAntivirus.Scanner>>> {

    /**
     * A registered scanner.
     *
     * @param there whether its program is on the disk: entries of removed scanners stay in the list
     */
    record Scanner(Product product, boolean there) {
        boolean isGood() {
            return there && product.isOn() && product.isUpToDate();
        }

        Message words() {
            if (!there) {
                return Message.of("system.antivirus.gone", product.name());
            }
            if (!product.isOn()) {
                return Message.of("system.antivirus.off", product.name());
            }
            return product.isUpToDate()
                    ? Message.of("system.antivirus.good", product.name())
                    : Message.of("system.antivirus.old", product.name());
        }

        Evidence evidence() {
            return new Evidence(
                    "WMI AntiVirusProduct, " + product.name(),
                    "productState 0x" + Integer.toHexString(product.state()) + ", " + product.program());
        }
    }

    @Override
    public String name() {
        return WindowsItself.SECTION + "/antivirus";
    }

    @Override
    public Message title() {
        return Message.of("system.antivirus");
    }

    @Override
    public Message desired() {
        return Message.of("system.antivirus.current");
    }

    @Override
    public Reading<List<Scanner>> read(WindowsView windows) {
        EnvironmentVariables environment = EnvironmentVariables.ofMachine(windows.registry());
        return windows.antivirus()
                .products()
                .map(products -> products.stream()
                        .map(product -> new Scanner(product, isThere(product.program(), windows, environment)))
                        .toList());
    }

    /** What is no path ({@code windowsdefender://}) or may not be looked at is taken to be there. */
    private static boolean isThere(String program, WindowsView windows, EnvironmentVariables environment) {
        String path = WindowsPath.normal(environment.expand(program.strip()));
        Reading<FileEntry> entry =
                WindowsPath.isAbsolute(path) ? windows.files().entry(path) : Reading.absent();
        return !WindowsPath.isAbsolute(path) || !entry.isAbsent();
    }

    @Override
    public Judgement judge(Reading<List<Scanner>> actual) {
        if (!(actual instanceof Reading.Present<List<Scanner>> scanners)) {
            return Judgements.unknown(actual, Tried.askAntivirus());
        }
        List<Evidence> evidence =
                scanners.value().stream().map(Scanner::evidence).toList();
        boolean good = scanners.value().stream().anyMatch(Scanner::isGood);
        return Judgement.of(
                actual(scanners.value()),
                evidence,
                good ? new Verdict.AsDesired() : new Verdict.ByHand(Message.of("system.antivirus.put-right")));
    }

    /** The good one where there is one, else the first of them; the evidence has them all. */
    private static Message actual(List<Scanner> scanners) {
        return scanners.stream()
                .filter(Scanner::isGood)
                .findFirst()
                .or(() -> scanners.stream().findFirst())
                .map(Scanner::words)
                .orElse(Message.of("system.antivirus.none"));
    }
}
