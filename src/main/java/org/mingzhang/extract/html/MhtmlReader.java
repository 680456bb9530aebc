package org.mingzhang.extract.html;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.james.mime4j.MimeIOException;
import org.apache.james.mime4j.dom.Body;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.SingleBody;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.mingzhang.extract.ExtractionLimits;
import org.mingzhang.extract.FileRefusedException;
import org.mingzhang.extract.FileRefusedException.Reason;
import org.mingzhang.extract.FormatReader;

/**
 * Reads pages saved as MHTML (RFC 2557) by browsers, Word and WPS. The first HTML part is read;
 * other parts, such as frames and images, are ignored. Thread-safe.
 */
public final class MhtmlReader implements FormatReader {
  @Override
  public Set<String> mediaTypes() {
    return Set.of("multipart/related", "message/rfc822");
  }

  @Override
  public FileContent read(Path file, String mediaType, ExtractionLimits limits)
      throws IOException, FileRefusedException {
    try (InputStream in = Files.newInputStream(file)) {
      Message message = new DefaultMessageBuilder().parseMessage(in);
      try {
        SingleBody page =
            findPage(message)
                .orElseThrow(
                    () ->
                        new FileRefusedException(
                            Reason.UNSUPPORTED, "a MIME message without an HTML page"));
        try (InputStream html = page.getInputStream()) {
          return HtmlReader.read(html.readAllBytes(), limits);
        }
      } finally {
        message.dispose();
      }
    } catch (MimeIOException e) {
      throw new FileRefusedException(Reason.DAMAGED, "damaged: not a complete MIME message", e);
    }
  }

  private static Optional<SingleBody> findPage(Entity entity) {
    Body body = entity.getBody();
    if (body instanceof Multipart parts) {
      return parts.getBodyParts().stream().flatMap(part -> findPage(part).stream()).findFirst();
    }
    String type = entity.getMimeType().toLowerCase(Locale.ROOT);
    boolean html = type.equals("text/html") || type.equals("application/xhtml+xml");
    return html && body instanceof SingleBody single ? Optional.of(single) : Optional.empty();
  }
}
