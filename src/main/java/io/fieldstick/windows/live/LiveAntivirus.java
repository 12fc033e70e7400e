package io.fieldstick.windows.live;

import io.fieldstick.windows.Antivirus;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.Tried;
import java.util.List;

/** The virus scanners that registered with the Security Center of the running Windows, by WMI. */
final class LiveAntivirus implements Antivirus {
    /** Since Windows Vista SP1; a server has none. */
    private static final String NAMESPACE = "ROOT\\SecurityCenter2";

    private enum Property {
        DISPLAYNAME,
        PATHTOSIGNEDPRODUCTEXE,
        PRODUCTSTATE
    }

    @Override
    public Reading<List<Product>> products() {
        return Wmi.rows(NAMESPACE, "AntiVirusProduct", Property.class, Tried.askAntivirus())
                .map(rows -> rows.stream()
                        .map(row -> new Product(
                                Wmi.text(row, Property.DISPLAYNAME),
                                Wmi.text(row, Property.PATHTOSIGNEDPRODUCTEXE),
                                Wmi.number(row, Property.PRODUCTSTATE, 0)))
                        .toList());
    }
}
