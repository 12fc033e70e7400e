package io.fieldstick.windows.live;

import io.fieldstick.windows.Activation;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.Tried;
import java.util.List;

/** The licences of the running Windows, by WMI. */
final class LiveActivation implements Activation {
    private static final String NAMESPACE = "ROOT\\CIMV2";

    /** The application id of Windows itself (MS docs: "SoftwareLicensingProduct"); without the clause it takes minutes. */
    private static final String LICENCES_OF_WINDOWS = "SoftwareLicensingProduct "
            + "WHERE ApplicationID='55c92734-d682-4d71-983e-d6ec3f16059f' AND PartialProductKey IS NOT NULL";

    private enum Property {
        DESCRIPTION,
        LICENSESTATUS
    }

    @Override
    public Reading<List<Licence>> licences() {
        return Wmi.rows(NAMESPACE, LICENCES_OF_WINDOWS, Property.class, Tried.askActivation())
                .map(rows -> rows.stream()
                        .map(row -> new Licence(
                                Wmi.text(row, Property.DESCRIPTION), Wmi.number(row, Property.LICENSESTATUS, 0)))
                        .toList());
    }
}
