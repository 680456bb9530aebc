package org.mingzhang.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.cyclonedx.Version;
import org.cyclonedx.model.Bom;
import org.cyclonedx.model.Component;
import org.cyclonedx.parsers.JsonParser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The bill of materials that the build has left in {@code target/bom.json}. */
class BillOfMaterialsIT {
  private static final File BOM = new File("target/bom.json");

  @BeforeAll
  static void there() {
    assumeTrue(BOM.exists(), "a build that is told to stay offline writes no bill of materials");
  }

  @Test
  void it_is_valid_by_the_schema_of_the_standard() throws Exception {
    assertThat(new JsonParser().validate(BOM, Version.VERSION_16)).isEmpty();
  }

  @Test
  void it_names_every_library_that_is_shipped_with_its_hash_and_nothing_that_is_not()
      throws Exception {
    File program = new File("target/mingzhang.jar");
    assumeTrue(program.exists(), "nothing has been packaged");
    Bom bom = new JsonParser().parse(BOM);
    Set<String> named =
        bom.getComponents().stream()
            .map(c -> c.getName() + "-" + c.getVersion())
            .collect(Collectors.toSet());
    List<String> shipped;
    try (JarFile jar = new JarFile(program)) {
      String path = jar.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
      shipped =
          Arrays.stream(path.split(" ", -1))
              .map(name -> name.replaceAll("^lib/|\\.jar$", ""))
              .toList();
    }
    assertThat(named).containsAll(shipped);
    assertThat(named).noneMatch(name -> name.startsWith("junit-") || name.startsWith("assertj-"));
    for (Component component : bom.getComponents()) {
      assertThat(component.getPurl()).startsWith("pkg:maven/");
      assertThat(component.getHashes()).as(component.getName()).isNotEmpty();
    }
  }
}
