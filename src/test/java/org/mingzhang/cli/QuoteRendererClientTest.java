package org.mingzhang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.web.source.QuoteRenderer.Passage;

/** Tests drawing of places in a process that may fail, hang or be killed. */
class QuoteRendererClientTest {
  private static final Path SAMPLE = Path.of("samples/样本市东岸区文化和旅游局2024年度部门决算.pdf");
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};

  @TempDir Path folder;

  @Test
  void what_can_be_drawn_is_and_the_rest_is_left_out() throws IOException {
    Path broken = Files.writeString(folder.resolve("broken.pdf"), "%PDF-1.4 and no more");
    QuoteRendererClient places = new QuoteRendererClient(QuoteRendererProcess.command());
    Passage title = new Passage(SAMPLE.toAbsolutePath(), 1, "样本市东岸区文化和旅游局");
    List<Optional<byte[]>> drawn =
        places.render(
            List.of(
                new Passage(broken, 1, "文化"),
                title,
                new Passage(SAMPLE.toAbsolutePath(), 1, "文".repeat(30_000)),
                new Passage(SAMPLE.toAbsolutePath(), 1, "没有这样的话，真的没有")));
    assertThat(drawn).hasSize(4);
    assertThat(drawn.get(3)).isEmpty();
    assertThat(drawn.get(0)).isEmpty();
    assertThat(drawn.get(1).orElseThrow()).startsWith(PNG);
    assertThat(drawn.get(2)).isEmpty();
    assertThat(places.render(List.of(title)).getFirst()).isPresent();
  }

  /** The process ends without an answer at its first start only, as if it had been killed. */
  @Test
  void a_passage_at_which_the_process_was_killed_is_tried_again_after_a_while() throws IOException {
    Path answer = folder.resolve("answer");
    Files.write(answer, new byte[] {0, 0, 0, 4, PNG[0], PNG[1], PNG[2], PNG[3]});
    String script =
        "dd bs=1 count=1 >/dev/null 2>&1; if [ -e '%1$s' ]; then cat '%2$s'; fi; touch '%1$s'"
            .formatted(folder.resolve("started"), answer);
    AtomicLong nanos = new AtomicLong();
    QuoteRendererClient places = new QuoteRendererClient(List.of("sh", "-c", script), nanos::get);
    List<Passage> passage = List.of(new Passage(SAMPLE, 1, "文化"));
    assertThat(places.render(passage)).containsExactly(Optional.empty());
    assertThat(places.render(passage)).containsExactly(Optional.empty());
    nanos.addAndGet(Duration.ofHours(1).toNanos());
    assertThat(places.render(passage).getFirst())
        .hasValueSatisfying(p -> assertThat(p).startsWith(PNG));
  }

  @Test
  void a_process_that_ends_at_once_costs_the_pictures_alone() {
    QuoteRendererClient places =
        new QuoteRendererClient(
            List.of(ProcessHandle.current().info().command().orElse("java"), "--no-such-option"));
    assertThat(places.render(List.of(new Passage(SAMPLE, 1, "文化"), new Passage(SAMPLE, 2, "旅游"))))
        .containsExactly(Optional.empty(), Optional.empty());
  }
}
