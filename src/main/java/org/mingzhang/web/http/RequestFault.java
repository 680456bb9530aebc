package org.mingzhang.web.http;

import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpException;
import org.mingzhang.archive.ArchiveException;

/**
 * What is wrong where the program is not: with a request that cannot be read, or with a disk that
 * takes no more.
 *
 * @param status HTTP status
 * @param title its name
 * @param key of the messages that tell it: {@code error.KEY.title} and {@code error.KEY.do}
 */
public record RequestFault(int status, String title, String key) {
  /** As systems say it in their own language; SQLite says it in English. */
  private static final Pattern FULL =
      Pattern.compile(
          "(?i)no space left|disk quota|file too large|disk is full|SQLITE_FULL|没有空间|超出磁盘限额|文件过大");

  private static final RequestFault UNREADABLE = new RequestFault(400, "Bad Request", "unreadable");
  private static final RequestFault FORBIDDEN = new RequestFault(403, "Forbidden", "forbidden");
  private static final RequestFault TOO_LARGE =
      new RequestFault(413, "Content Too Large", "toolarge");
  private static final RequestFault CHARSET =
      new RequestFault(415, "Unsupported Media Type", "charset");
  private static final RequestFault STORAGE =
      new RequestFault(507, "Insufficient Storage", "storage");

  /** The fault that an exception comes from; empty where it is the program's own. */
  public static Optional<RequestFault> of(Throwable exception) {
    if (full(exception)) {
      return Optional.of(STORAGE);
    }
    for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
      if (cause instanceof HttpException http && http.getCode() >= 400 && http.getCode() < 500) {
        return Optional.of(http.getCode() == 413 ? TOO_LARGE : UNREADABLE);
      }
      if (cause instanceof HttpResponseException refusal
          && refusal.getStatus() >= 400
          && refusal.getStatus() < 500) {
        return Optional.of(ofStatus(refusal.getStatus()));
      }
      if (cause instanceof UnsupportedCharsetException
          || cause instanceof IllegalCharsetNameException
          || cause instanceof UnsupportedEncodingException) {
        return Optional.of(CHARSET);
      }
    }
    return Optional.empty();
  }

  private static RequestFault ofStatus(int status) {
    return switch (status) {
      case 403 -> FORBIDDEN;
      case 413 -> TOO_LARGE;
      default -> new RequestFault(status, HttpStatus.forStatus(status).getMessage(), "unreadable");
    };
  }

  /** Also where a part of a form could not be kept while it was read, which comes as unreadable. */
  private static boolean full(Throwable exception) {
    for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
      boolean storing = cause instanceof IOException || cause instanceof ArchiveException;
      if (storing && FULL.matcher(String.valueOf(cause.getMessage())).find()) {
        return true;
      }
    }
    return false;
  }
}
