package org.mingzhang.web.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class GuardTest {
  @Test
  void a_client_gets_its_burst_and_is_told_when_to_come_back() {
    ClientLimiter limiter = new ClientLimiter(3, 60);
    for (int i = 0; i < 3; i++) {
      limiter.admit("192.0.2.1");
    }
    OverloadedException refused =
        catchThrowableOfType(OverloadedException.class, () -> limiter.admit("192.0.2.1"));
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.retryAfterSeconds()).isBetween(1L, 2L);
    limiter.admit("192.0.2.2");
  }

  @Test
  void addresses_of_one_network_of_ipv6_count_as_one_client() {
    ClientLimiter limiter = new ClientLimiter(1, 1);
    limiter.admit("2001:db8:0:1::1");
    assertThatThrownBy(() -> limiter.admit("2001:db8:0:1:ffff::2"))
        .isInstanceOf(OverloadedException.class);
    limiter.admit("2001:db8:0:2::1");
  }

  @Test
  void who_comes_while_the_program_starts_waits_instead_of_being_turned_away() throws Exception {
    AdmissionControl admission =
        new AdmissionControl(1, 3, Duration.ofMillis(20), Duration.ofMillis(20));
    long first = admission.enter();
    assertThatThrownBy(admission::enter).isInstanceOf(OverloadedException.class);
    CountDownLatch served = new CountDownLatch(1);
    Thread.ofVirtual()
        .start(
            () -> {
              admission.leave(admission.enter(true));
              served.countDown();
            });
    assertThat(served.await(200, TimeUnit.MILLISECONDS)).isFalse();
    admission.leave(first);
    assertThat(served.await(5, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void no_more_than_the_places_work_at_once_and_the_rest_is_turned_away() throws Exception {
    AdmissionControl admission =
        new AdmissionControl(2, 3, Duration.ofMillis(50), Duration.ofMillis(50));
    AtomicInteger working = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    AtomicInteger refused = new AtomicInteger();
    CountDownLatch done = new CountDownLatch(40);
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 40; i++) {
        pool.execute(
            () -> {
              try {
                long begun = admission.enter();
                try {
                  most.accumulateAndGet(working.incrementAndGet(), Math::max);
                  Thread.sleep(100);
                } finally {
                  working.decrementAndGet();
                  admission.leave(begun);
                }
              } catch (OverloadedException full) {
                refused.incrementAndGet();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              done.countDown();
            });
      }
      done.await();
    }
    assertThat(most.get()).isEqualTo(2);
    assertThat(refused.get()).isGreaterThanOrEqualTo(35);
    assertThat(admission.waitingCount()).isZero();
    admission.leave(admission.enter());
  }

  @Test
  void fewer_work_at_once_while_work_is_slow_and_as_many_as_before_when_it_is_over() {
    AdmissionControl admission =
        new AdmissionControl(3, 3, Duration.ofMillis(20), Duration.ofMillis(20));
    long slow = 1_000_000_000L;
    for (int i = 0; i < 40; i++) {
      admission.leave(admission.enter() - slow);
    }
    assertThat(admission.permitCount()).isEqualTo(1);
    long held = admission.enter();
    assertThatThrownBy(admission::enter).isInstanceOf(OverloadedException.class);
    assertThat(admission.runningCount()).isEqualTo(1);
    admission.leave(held);
    for (int i = 0; i < 40; i++) {
      admission.leave(admission.enter());
    }
    assertThat(admission.permitCount()).isEqualTo(3);
    for (int i = 0; i < 3; i++) {
      admission.enter();
    }
    assertThatThrownBy(admission::enter).isInstanceOf(OverloadedException.class);
  }

  @Test
  void places_of_what_lasts_as_long_as_its_clients_line_is_slow_stay_as_many() {
    AdmissionControl admission =
        AdmissionControl.withFixedLimit(3, 3, Duration.ofMillis(20), Duration.ofMillis(20));
    for (int i = 0; i < 40; i++) {
      admission.leave(admission.enter() - 60_000_000_000L);
    }
    assertThat(admission.permitCount()).isEqualTo(3);
  }

  @Test
  void a_burst_may_wait_and_a_line_that_never_ends_may_not() throws Exception {
    AdmissionControl admission =
        new AdmissionControl(1, 50, Duration.ofMillis(400), Duration.ofMillis(20));
    long held = admission.enter();
    long begun = System.nanoTime();
    assertThatThrownBy(admission::enter).isInstanceOf(OverloadedException.class);
    assertThat(System.nanoTime() - begun).as("a burst").isGreaterThan(380_000_000L);
    try (ExecutorService line = Executors.newVirtualThreadPerTaskExecutor()) {
      long end = System.nanoTime() + 700_000_000L;
      for (int i = 0; i < 4; i++) {
        line.execute(
            () -> {
              while (System.nanoTime() < end) {
                assertThatThrownBy(admission::enter).isInstanceOf(OverloadedException.class);
              }
            });
      }
      Thread.sleep(600);
      begun = System.nanoTime();
      assertThatThrownBy(admission::enter).isInstanceOf(OverloadedException.class);
      assertThat(System.nanoTime() - begun).as("a line without end").isLessThan(300_000_000L);
    }
    admission.leave(held);
    admission.enter();
  }

  @Test
  void waiting_for_a_processor_is_noticed_and_forgotten_when_it_is_over() throws Exception {
    SchedulingDelayMeter congestion = new SchedulingDelayMeter();
    long end = System.nanoTime() + 1_200_000_000L;
    CountDownLatch done = new CountDownLatch(1);
    int busy = 4 * Runtime.getRuntime().availableProcessors();
    for (int i = 0; i < busy; i++) {
      Thread.ofVirtual()
          .start(
              () -> {
                while (System.nanoTime() < end) {
                  Thread.onSpinWait();
                }
                done.countDown();
              });
    }
    congestion.measureDelayNanos();
    Thread.sleep(800);
    assertThat(congestion.measureDelayNanos()).isGreaterThan(500_000_000L);
    done.await();
    for (int i = 0; i < 100 && congestion.measureDelayNanos() > 100_000_000L; i++) {
      Thread.sleep(50);
    }
    assertThat(congestion.measureDelayNanos()).isLessThan(100_000_000L);
  }

  @Test
  void metrics_are_written_in_the_text_format() throws IOException {
    ServerMetrics metrics = new ServerMetrics();
    metrics.recordResponse("/search", 200, 2_000_000);
    metrics.recordRejection(503);
    metrics.addGauge("documents", "Documents in the index.", () -> 7);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    metrics.write(out);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("mingzhang_http_request_seconds_count{route=\"/search\",status=\"200\"} 1")
        .contains("mingzhang_http_shed_total{status=\"503\"} 1")
        .contains("mingzhang_documents 7.0")
        .contains("jvm_memory_used_bytes");
  }
}
