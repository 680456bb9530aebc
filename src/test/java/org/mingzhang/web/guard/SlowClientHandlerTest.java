package org.mingzhang.web.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SlowClientHandlerTest {
  private static final long SECOND = 1_000_000_000L;
  private final ConnectionProgress client = new ConnectionProgress();

  @Test
  void a_head_that_drips_is_cut_after_ten_seconds_however_regular_it_is() {
    assertThat(client.isTooSlow(0, 0, 0, false)).isFalse();
    for (int second = 1; second <= 11; second++) {
      assertThat(client.isTooSlow(second * SECOND, second, 0, false)).isFalse();
    }
    assertThat(client.isTooSlow(12 * SECOND, 12, 0, false)).isTrue();
  }

  @Test
  void a_connection_kept_open_between_requests_is_no_slow_client() {
    client.startBody(0, 400);
    client.startAnswer(0);
    client.finishRequest(400);
    assertThat(client.isTooSlow(3600 * SECOND, 400, 9000, false)).isFalse();
    assertThat(client.isTooSlow(3601 * SECOND, 401, 9000, false)).isFalse();
    assertThat(client.isTooSlow(3612 * SECOND, 402, 9000, false)).isTrue();
  }

  @Test
  void a_body_that_drips_is_cut_and_a_long_one_over_a_thin_line_is_not() {
    client.startBody(0, 300);
    assertThat(client.isTooSlow(19 * SECOND, 319, 0, false)).isFalse();
    assertThat(client.isTooSlow(21 * SECOND, 321, 0, false)).isTrue();
    ConnectionProgress thin = new ConnectionProgress();
    thin.startBody(0, 300);
    for (int second = 1; second < 600; second++) {
      assertThat(thin.isTooSlow(second * SECOND, 300 + 20_000L * second, 0, false)).isFalse();
    }
  }

  @Test
  void a_page_that_takes_its_time_to_be_made_is_not_the_fault_of_its_reader() {
    client.startBody(0, 300);
    client.startAnswer(0);
    assertThat(client.isTooSlow(300 * SECOND, 300, 0, false)).isFalse();
  }

  @Test
  void an_answer_that_is_hardly_read_is_cut_and_one_that_is_read_slowly_is_not() {
    client.startBody(0, 300);
    client.startAnswer(0);
    ConnectionProgress slow = new ConnectionProgress();
    slow.startBody(0, 300);
    slow.startAnswer(0);
    boolean cut = false;
    for (int second = 1; second < 120; second++) {
      cut |= client.isTooSlow(second * SECOND, 300, 100L * second, true);
      assertThat(slow.isTooSlow(second * SECOND, 300, 4_000L * second, true)).isFalse();
    }
    assertThat(cut).isTrue();
  }
}
