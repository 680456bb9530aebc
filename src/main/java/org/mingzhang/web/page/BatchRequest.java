package org.mingzhang.web.page;

import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.mingzhang.model.Scope;
import org.mingzhang.web.address.Parameters;

/**
 * A list of queries as it was sent: pasted into a form, uploaded as a file, given as the body of a
 * request, or as parameters {@code q} of its address.
 *
 * @param list the queries, one a line
 * @param scope where they are counted
 */
public record BatchRequest(String list, Scope scope) {
  private static final int LARGEST = 500_000;

  /** Reads a request; what is too long is cut. */
  public static BatchRequest of(Context ctx) {
    List<String> parts = new ArrayList<>(ctx.queryParams("q"));
    Parameters form = new Parameters(ctx.formParamMap());
    parts.addAll(form.all("queries"));
    String type = ctx.contentType();
    if (type != null && type.startsWith("text/plain")) {
      parts.add(ctx.body());
    }
    if (ctx.isMultipartFormData()) {
      ctx.uploadedFiles("file").forEach(file -> parts.add(text(file)));
    }
    Parameters address = Pages.parameters(ctx);
    Scope scope =
        form.text("scope") == null
            ? address.constant("scope", Scope.SECTIONS)
            : form.constant("scope", Scope.SECTIONS);
    return new BatchRequest(String.join("\n", parts), scope);
  }

  private static String text(UploadedFile file) {
    try (InputStream in = file.content()) {
      byte[] bytes = in.readNBytes(LARGEST);
      try {
        String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
      } catch (CharacterCodingException e) {
        return new String(bytes, Charset.forName("GB18030"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the uploaded list cannot be read", e);
    }
  }
}
