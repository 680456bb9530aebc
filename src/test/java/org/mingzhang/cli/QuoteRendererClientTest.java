package org.mingzhang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
                new Passage(SAMPLE.toAbsolutePath(), 1, "没有这样的话，真的没有")));
    assertThat(drawn).hasSize(3);
    assertThat(drawn.get(0)).isEmpty();
    assertThat(drawn.get(1).orElseThrow()).startsWith(PNG);
    assertThat(drawn.get(2)).isEmpty();
    assertThat(places.render(List.of(title)).getFirst()).isPresent();
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
