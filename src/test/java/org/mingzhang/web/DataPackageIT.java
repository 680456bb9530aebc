package org.mingzhang.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.web.dataset.DatasetScheduler;
import org.mingzhang.web.guard.BackgroundThrottle;
import org.mingzhang.web.source.PortalSettings;

/** The packages at /data as npm's validator reads them, where node and npm are. */
class DataPackageIT {
  @Test
  void the_validator_of_npm_finds_every_package_valid(@TempDir Path folder) throws Exception {
    NodePackages npm = new NodePackages(Path.of("target/npm/datapackage"), "datapackage@1.1.10");
    Path files = folder.resolve("datasets");
    try (AssistantPortal data = new AssistantPortal(folder)) {
      new DatasetScheduler(
              data.services,
              files,
              "https://portal.example",
              BackgroundThrottle::none,
              new DatasetScheduler.Schedule(Duration.ofDays(1), Duration.ofDays(1)))
          .build();
      PortalSettings settings = TestSettings.local(0).withDatasets(files).build();
      try (PortalServer server = new PortalServer(data.services, settings).start()) {
        String origin = "http://127.0.0.1:" + server.port() + "/data";
        JsonNode list = list(origin);
        List<String> addresses = new ArrayList<>(List.of(origin + "/datapackage.json"));
        list.path("packages")
            .forEach(
                p -> addresses.add(origin + "/" + p.path("description").path("path").asText()));
        JsonNode told =
            AssistantPortal.json(
                npm.node(
                    DataPackageIT.class, "data-package.mjs", addresses.toArray(new String[0])));
        assertThat(told).hasSize(addresses.size());
        long rows = 0;
        double sum = 0;
        for (int i = 0; i < told.size(); i++) {
          JsonNode one = told.get(i);
          assertThat(one.path("valid").asBoolean()).as(one.toString()).isTrue();
          for (JsonNode resource : one.path("resources")) {
            assertThat(resource.path("valid").asBoolean()).as(one.toString()).isTrue();
            boolean all = i == 0;
            rows += (all ? 1 : -1) * resource.path("rows").asLong();
            sum += (all ? 1 : -1) * resource.path("sum").asDouble();
          }
        }
        assertThat(rows).as("all together against each alone").isZero();
        assertThat(Math.abs(sum)).isLessThan(0.01);
        assertThat(told.get(0).path("resources")).isNotEmpty();
      }
    }
  }

  private static JsonNode list(String address) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(address)).header("Accept", "application/json").build();
      return AssistantPortal.json(
          client.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }
  }
}
