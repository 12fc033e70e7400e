package io.fieldstick.setting;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A site as Windows's zone map knows it: a scheme ({@code *} for every one) with a host, a domain and all below it, or a
 * range of IPv4 addresses. Ports and paths cannot be expressed there (Microsoft KB 182569).
 */
public sealed interface TrustedSite {

    /** What may be written in a profile; the groups are scheme, host and (to be refused) port or path. */
    String SYNTAX = "(?:(https?|ftp|\\*)://)?([^/:\\s]+)";

    Pattern PATTERN = Pattern.compile(SYNTAX, Pattern.CASE_INSENSITIVE);
    Pattern ADDRESS = Pattern.compile("(?:(?:\\d{1,3}|\\*)\\.){3}(?:\\d{1,3}|\\*)");
    Pattern LABEL = Pattern.compile("[a-z0-9](?:[a-z0-9-]*[a-z0-9])?");

    /** Second-level names below a country under which domains are registered, so that the cut is one label earlier. */
    Set<String> COUNTRY_SECOND_LEVEL = Set.of("com", "net", "org", "gov", "edu", "ac", "co", "mil", "gv", "or", "ne");

    String scheme();

    /** The site as the policy "Site to Zone Assignment List" writes it: {@code https://oa.x.example}, {@code *.x.example}. */
    String pattern();

    /** An address inside the site, to ask Windows for its zone. */
    String sample();

    /**
     * A host below a domain, or a whole domain where {@code sub} is empty.
     *
     * @param domain the key below {@code Domains}: the registrable domain, or a name without dots
     * @param sub the sub-key for the labels before it, empty for none
     */
    record Host(String scheme, String domain, String sub) implements TrustedSite {
        @Override
        public String pattern() {
            String below = sub.isEmpty() && domain.contains(".") ? "*." : sub.isEmpty() ? "" : sub + ".";
            return prefix(scheme) + below + domain;
        }

        @Override
        public String sample() {
            return sampleScheme(scheme) + (sub.isEmpty() ? "" : sub + ".") + domain + "/";
        }
    }

    /** IPv4 addresses as the value {@code :Range} writes them: {@code 10.1.2.3}, {@code 10.1.2.*}. */
    record Range(String scheme, String range) implements TrustedSite {
        @Override
        public String pattern() {
            return prefix(scheme) + range;
        }

        @Override
        public String sample() {
            return sampleScheme(scheme) + range.replace("*", "1") + "/";
        }
    }

    private static String prefix(String scheme) {
        return scheme.equals("*") ? "" : scheme + "://";
    }

    private static String sampleScheme(String scheme) {
        return scheme.equals("*") ? "https://" : scheme + "://";
    }

    /**
     * The site that {@code text} means: {@code https://oa.x.example}, {@code *.x.example}, {@code oaserver},
     * {@code 10.1.2.*}; empty where it is none of these, or has a port or a path.
     */
    static Optional<TrustedSite> parse(String text) {
        Matcher match = PATTERN.matcher(text);
        if (!match.matches()) {
            return Optional.empty();
        }
        String scheme = match.group(1) == null ? "*" : match.group(1).toLowerCase(Locale.ROOT);
        String host = match.group(2).toLowerCase(Locale.ROOT);
        return ADDRESS.matcher(host).matches() ? range(scheme, host) : host(scheme, host);
    }

    private static Optional<TrustedSite> range(String scheme, String host) {
        boolean octets =
                Arrays.stream(host.split("\\.")).allMatch(octet -> octet.equals("*") || Integer.parseInt(octet) <= 255);
        return octets ? Optional.of(new Range(scheme, host)) : Optional.empty();
    }

    private static Optional<TrustedSite> host(String scheme, String host) {
        boolean below = host.startsWith("*.");
        List<String> labels = Arrays.asList((below ? host.substring(2) : host).split("\\.", -1));
        if (!labels.stream().allMatch(label -> LABEL.matcher(label).matches())) {
            return Optional.empty();
        }
        int cut = below ? 0 : Math.max(0, labels.size() - domainLabels(labels));
        String domain = String.join(".", labels.subList(cut, labels.size()));
        return Optional.of(new Host(scheme, domain, String.join(".", labels.subList(0, cut))));
    }

    /** How many labels at the end are the registrable domain: {@code x.com} has two, {@code x.com.cn} three. */
    private static int domainLabels(List<String> labels) {
        int last = labels.size() - 1;
        boolean country =
                last >= 2 && labels.get(last).length() == 2 && COUNTRY_SECOND_LEVEL.contains(labels.get(last - 1));
        return country ? 3 : 2;
    }
}
