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
 * A failure that the program did not cause, such as a request that cannot be read or is refused, or
 * a full disk.
 *
 * @param status HTTP status
 * @param title name of the status
 * @param key key of the messages that describe it: {@code error.KEY.title} and {@code error.KEY.do}
 */
public record ExternalFault(int status, String title, String key) {
  /**
   * Messages with which operating systems, in English or Chinese, and SQLite report a full disk.
   */
  private static final Pattern DISK_FULL =
      Pattern.compile(
          "(?i)no space left|disk quota|file too large|disk is full|SQLITE_FULL|没有空间|超出磁盘限额|文件过大");

  private static final ExternalFault UNREADABLE =
      new ExternalFault(400, "Bad Request", "unreadable");
  private static final ExternalFault FORBIDDEN = new ExternalFault(403, "Forbidden", "forbidden");
  private static final ExternalFault TOO_LARGE =
      new ExternalFault(413, "Content Too Large", "toolarge");
  private static final ExternalFault CHARSET =
      new ExternalFault(415, "Unsupported Media Type", "charset");
  private static final ExternalFault STORAGE =
      new ExternalFault(507, "Insufficient Storage", "storage");

  /**
   * Finds the external cause of an exception; empty if the exception is an error of the program.
   */
  public static Optional<ExternalFault> find(Throwable exception) {
    if (isDiskFull(exception)) {
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

  private static ExternalFault ofStatus(int status) {
    return switch (status) {
      case 403 -> FORBIDDEN;
      case 413 -> TOO_LARGE;
      default -> new ExternalFault(status, HttpStatus.forStatus(status).getMessage(), "unreadable");
    };
  }

  /**
   * Whether a full disk caused an exception. Check this first: if a part of a form could not be
   * stored, the exception also looks like an unreadable request.
   */
  private static boolean isDiskFull(Throwable exception) {
    for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
      boolean storing = cause instanceof IOException || cause instanceof ArchiveException;
      if (storing && DISK_FULL.matcher(String.valueOf(cause.getMessage())).find()) {
        return true;
      }
    }
    return false;
  }
}
