package org.mingzhang.release;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Looks up every library of a CycloneDX bill of materials at osv.dev. */
public final class Vulnerabilities {
  private static final URI DATABASE = URI.create("https://api.osv.dev/v1/query");
  private static final Pattern LIBRARY =
      Pattern.compile("\"purl\"\\s*:\\s*\"(pkg:maven/[^\"?]+)[^\"]*\"");
  private static final Pattern IDENTIFIER = Pattern.compile("\"id\"\\s*:\\s*\"([A-Z]+-[^\"]+)\"");

  private Vulnerabilities() {}

  /** Argument: the bill of materials. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    var libraries = new TreeSet<String>();
    var found = LIBRARY.matcher(Files.readString(Path.of(arguments[0])));
    while (found.find()) {
      libraries.add(found.group(1));
    }
    var client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    int vulnerable = 0;
    for (String library : libraries) {
      var request =
          HttpRequest.newBuilder(DATABASE)
              .timeout(Duration.ofSeconds(30))
              .POST(
                  HttpRequest.BodyPublishers.ofString(
                      "{\"package\":{\"purl\":\"" + library + "\"}}"))
              .build();
      var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(DATABASE + " answered " + answer.statusCode());
      }
      String known =
          IDENTIFIER
              .matcher(answer.body())
              .results()
              .map(m -> m.group(1))
              .distinct()
              .collect(Collectors.joining(" "));
      if (!known.isEmpty()) {
        vulnerable++;
        System.out.println(library + "  " + known);
      }
    }
    System.out.println(
        libraries.size() + " libraries, " + vulnerable + " with known vulnerabilities");
    System.exit(vulnerable == 0 ? 0 : 1);
  }
}
