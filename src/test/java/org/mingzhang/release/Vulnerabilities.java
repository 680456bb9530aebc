package org.mingzhang.release;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Looks up every library of a CycloneDX bill of materials, at osv.dev or in its file. Arguments:
 * the bill, and the file if there is one, with {@code --write FILE} to keep what it knows of the
 * libraries in the form of {@link Advisories}. Exits with 1 where something is known of a library,
 * with 2 where it could not be looked up.
 */
public final class Vulnerabilities {
  private static final URI DATABASE = URI.create("https://api.osv.dev/v1/query");
  private static final String FILE =
      "https://osv-vulnerabilities.storage.googleapis.com/Maven/all.zip";
  private static final Pattern IDENTIFIER = Pattern.compile("\"id\"\\s*:\\s*\"([A-Z]+-[^\"]+)\"");

  /** Somewhere to look. */
  private interface Source {
    List<String> known(Library library) throws IOException, InterruptedException;
  }

  private Vulnerabilities() {}

  /** Looks. */
  public static void main(String[] arguments) throws InterruptedException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try {
      List<Library> libraries = Library.of(Files.readString(Path.of(arguments[0])));
      if (arguments.length == 4 && arguments[2].equals("--write")) {
        write(libraries, new OsvFile(Path.of(arguments[1])), Path.of(arguments[3]));
        return;
      }
      Source source =
          arguments.length > 1 ? new OsvFile(Path.of(arguments[1]))::known : Vulnerabilities::asked;
      int vulnerable = 0;
      for (Library library : libraries) {
        List<String> known = source.known(library);
        if (!known.isEmpty()) {
          vulnerable++;
          out.println(library.purl() + "  " + String.join(" ", known));
        }
      }
      out.println(libraries.size() + " libraries, " + vulnerable + " with known vulnerabilities");
      System.exit(vulnerable == 0 ? 0 : 1);
    } catch (IOException e) {
      out.println("nothing was looked up: " + e);
      if (arguments.length == 1) {
        out.println(
            "Where osv.dev cannot be reached, fetch "
                + FILE
                + " elsewhere and give the file: ./mingzhang vulnerabilities all.zip");
      }
      System.exit(2);
    }
  }

  /** Keeps what is known of the libraries, for the build's own check. */
  private static void write(List<Library> libraries, OsvFile known, Path file) throws IOException {
    List<Advisories.Hole> holes =
        libraries.stream()
            .map(Library::name)
            .distinct()
            .flatMap(n -> known.holes(n).stream())
            .toList();
    new Advisories(LocalDate.now(ZoneOffset.UTC), holes).write(file);
  }

  private static List<String> asked(Library library) throws IOException, InterruptedException {
    try (HttpClient client =
        HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build()) {
      HttpRequest request =
          HttpRequest.newBuilder(DATABASE)
              .timeout(Duration.ofSeconds(30))
              .POST(
                  HttpRequest.BodyPublishers.ofString(
                      "{\"package\":{\"purl\":\"" + library.purl() + "\"}}"))
              .build();
      HttpResponse<String> answer =
          client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      if (answer.statusCode() != 200) {
        throw new IOException(DATABASE + " answered " + answer.statusCode());
      }
      return IDENTIFIER.matcher(answer.body()).results().map(m -> m.group(1)).distinct().toList();
    }
  }
}
