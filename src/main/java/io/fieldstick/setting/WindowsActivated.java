package io.fieldstick.setting;

import io.fieldstick.message.Message;
import io.fieldstick.windows.Activation.Licence;
import io.fieldstick.windows.Evidence;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.Tried;
import io.fieldstick.windows.WindowsView;
import java.util.List;

/** Windows is activated. */
record WindowsActivated() implements Setting<Reading<List<Licence>>> {

    @Override
    public String name() {
        return WindowsItself.SECTION + "/activated";
    }

    @Override
    public Message title() {
        return Message.of("system.activation");
    }

    @Override
    public Message desired() {
        return Message.of("system.activation.yes");
    }

    @Override
    public Reading<List<Licence>> read(WindowsView windows) {
        return windows.activation().licences();
    }

    @Override
    public Judgement judge(Reading<List<Licence>> actual) {
        if (!(actual instanceof Reading.Present<List<Licence>> licences)) {
            return Judgements.unknown(actual, Tried.askActivation());
        }
        boolean activated = licences.value().stream().anyMatch(Licence::isActivated);
        List<Evidence> evidence = licences.value().stream()
                .map(licence -> new Evidence(
                        "WMI SoftwareLicensingProduct, " + licence.description(), "LicenseStatus " + licence.status()))
                .toList();
        return Judgement.of(
                activated ? desired() : Message.of("system.activation.no"),
                evidence,
                activated ? new Verdict.AsDesired() : new Verdict.ByHand(Message.of("system.activation.activate")));
    }
}
