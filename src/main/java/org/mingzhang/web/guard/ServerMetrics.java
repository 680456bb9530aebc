package org.mingzhang.web.guard;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.DoubleSupplier;

/** Metrics of the server in the Prometheus text format, for {@code /metrics}. Thread-safe. */
public final class ServerMetrics {
  /** Media type of the output of {@link #write}. */
  public static final String MEDIA_TYPE = PrometheusTextFormatWriter.CONTENT_TYPE;

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final PrometheusTextFormatWriter writer =
      PrometheusTextFormatWriter.builder().setIncludeCreatedTimestamps(false).build();
  private final Histogram requestDurations =
      Histogram.builder()
          .name("mingzhang_http_request_seconds")
          .help("Time to answer, by route and status.")
          .labelNames("route", "status")
          .classicUpperBounds(0.001, 0.005, 0.01, 0.03, 0.1, 0.3, 1, 3)
          .register(registry);
  private boolean jvmRegistered;
  private final Counter rejections =
      Counter.builder()
          .name("mingzhang_http_shed_total")
          .help("Requests turned away, by status.")
          .labelNames("status")
          .register(registry);

  /**
   * Adds the metrics of the JVM at the first request for metrics, since registering them at the
   * start would add to the start time.
   */
  private synchronized void registerJvmMetrics() {
    if (!jvmRegistered) {
      jvmRegistered = true;
      JvmMetrics.builder().register(registry);
    }
  }

  /**
   * Records a response.
   *
   * @param route pattern of the route, so that the number of label values is bounded
   */
  public void recordResponse(String route, int status, long nanos) {
    requestDurations.labelValues(route, String.valueOf(status)).observe(nanos / 1e9);
  }

  /** Records a rejected request. */
  public void recordRejection(int status) {
    rejections.labelValues(String.valueOf(status)).inc();
  }

  /**
   * Registers a gauge whose value is read when metrics are written.
   *
   * @param name name of the gauge without the prefix {@code mingzhang_}; may be registered once
   */
  public void addGauge(String name, String help, DoubleSupplier value) {
    GaugeWithCallback.builder()
        .name("mingzhang_" + name)
        .help(help)
        .callback(callback -> callback.call(value.getAsDouble()))
        .register(registry);
  }

  /** Writes all metrics. */
  public void write(OutputStream out) throws IOException {
    registerJvmMetrics();
    writer.write(out, registry.scrape());
  }
}
