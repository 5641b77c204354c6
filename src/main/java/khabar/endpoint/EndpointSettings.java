package khabar.endpoint;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The limits of the public endpoint.
 *
 * @param timeout what a query may take when the client asks for nothing
 * @param longest the most that a client may ask for
 * @param rows the most rows of a SELECT and the most triples of a CONSTRUCT or DESCRIBE
 * @param running how many queries run at the same time; others wait for a moment
 * @param slow how many run besides that take longer than a second; 0 for one on every two cores
 * @param streams how many files of the whole data are sent at the same time
 */
@ConfigurationProperties("khabar.endpoint")
public record EndpointSettings(
        @DefaultValue("10s") Duration timeout,
        @DefaultValue("30s") Duration longest,
        @DefaultValue("100000") int rows,
        @DefaultValue("4") int running,
        @DefaultValue("0") int slow,
        @DefaultValue("4") int streams) {

    public EndpointSettings {
        if (timeout.isNegative() || timeout.isZero() || longest.compareTo(timeout) < 0) {
            throw new IllegalArgumentException("khabar.endpoint.timeout " + timeout + ", longest " + longest);
        }
        if (rows < 1 || running < 1 || slow < 0 || streams < 1) {
            throw new IllegalArgumentException("khabar.endpoint.rows " + rows + ", running " + running + ", slow "
                    + slow + ", streams " + streams);
        }
    }
}
