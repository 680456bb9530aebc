package org.mingzhang.web.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StaticFilesTest {
  private static final Map<String, String> CONTENT =
      new TreeMap<>(Map.of("app.css", "a{}", "js/page.js", "1;", "js/a/b.svg", "<svg/>"));

  @TempDir Path folder;

  private Path jar() throws IOException {
    Path file = folder.resolve("program.jar");
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(out)) {
      jar.putNextEntry(new JarEntry("static/"));
      for (Map.Entry<String, String> content : CONTENT.entrySet()) {
        jar.putNextEntry(new JarEntry("static/" + content.getKey()));
        jar.write(content.getValue().getBytes(StandardCharsets.UTF_8));
      }
      jar.putNextEntry(new JarEntry("statics/other.css"));
      jar.putNextEntry(new JarEntry("org/static/other.css"));
    }
    return file;
  }

  private Path unpacked() throws IOException {
    Path root = folder.resolve("static");
    for (Map.Entry<String, String> content : CONTENT.entrySet()) {
      Path file = root.resolve(content.getKey());
      Files.createDirectories(file.getParent());
      Files.writeString(file, content.getValue());
    }
    return root;
  }

  @Test
  void files_of_a_jar_are_those_of_the_folder_it_was_made_of() throws IOException {
    StaticFiles plain = StaticFiles.read(unpacked());
    try (JarFile jar = new JarFile(jar().toFile())) {
      StaticFiles packed = StaticFiles.read(jar);
      assertThat(packed.fingerprint()).isEqualTo(plain.fingerprint());
      for (String name : CONTENT.keySet()) {
        assertThat(packed.find(name).orElseThrow().bytes())
            .isEqualTo(plain.find(name).orElseThrow().bytes());
      }
      assertThat(packed.find("other.css")).isEmpty();
    }
  }

  @Test
  void changed_file_of_a_checkout_is_served_under_a_new_address() throws IOException {
    Path root = unpacked();
    StaticFiles files = StaticFiles.reloading(root, Duration.ZERO);
    String before = files.address("app.css");
    assertThat(files.address("app.css")).isEqualTo(before);
    Files.writeString(root.resolve("app.css"), "a{color:red}");
    assertThat(files.address("app.css")).isNotEqualTo(before);
    assertThat(files.find("app.css").orElseThrow().bytes()).asString().isEqualTo("a{color:red}");
  }
}
