package org.mingzhang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.web.source.PlacePictures.Place;

/** Tests drawing of places in a process that may fail, hang or be killed. */
class PlacePainterClientTest {
  private static final Path SAMPLE = Path.of("samples/样本市东岸区文化和旅游局2024年度部门决算.pdf");
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};

  @TempDir Path folder;

  @Test
  void what_can_be_drawn_is_and_the_rest_is_left_out() throws IOException {
    Path broken = Files.writeString(folder.resolve("broken.pdf"), "%PDF-1.4 and no more");
    PlacePainterClient places = new PlacePainterClient(PlacePainterProcess.command());
    Place title = new Place(SAMPLE.toAbsolutePath(), 1, "样本市东岸区文化和旅游局");
    List<Optional<byte[]>> drawn =
        places.draw(
            List.of(
                new Place(broken, 1, "文化"),
                title,
                new Place(SAMPLE.toAbsolutePath(), 1, "没有这样的话，真的没有")));
    assertThat(drawn).hasSize(3);
    assertThat(drawn.get(0)).isEmpty();
    assertThat(drawn.get(1).orElseThrow()).startsWith(PNG);
    assertThat(drawn.get(2)).isEmpty();
    assertThat(places.draw(List.of(title)).getFirst()).isPresent();
  }

  @Test
  void a_process_that_ends_at_once_costs_the_pictures_alone() {
    PlacePainterClient places =
        new PlacePainterClient(
            List.of(ProcessHandle.current().info().command().orElse("java"), "--no-such-option"));
    assertThat(places.draw(List.of(new Place(SAMPLE, 1, "文化"), new Place(SAMPLE, 2, "旅游"))))
        .containsExactly(Optional.empty(), Optional.empty());
  }
}
