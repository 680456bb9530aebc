package org.mingzhang.archive;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A place in a store that speaks S3.
 *
 * @param bucket name of the bucket, which is there
 * @param prefix what names of objects begin with: empty, or with a slash at its end
 * @param endpoint address of the store; null for that of Amazon
 * @param region its region
 * @param key who logs in; null for what the environment says, as Amazon's tools have it
 * @param secret the key's; null without one
 */
public record StoreAddress(
    String bucket,
    String prefix,
    @Nullable URI endpoint,
    String region,
    @Nullable String key,
    @Nullable String secret) {
  /** The region where none is told: stores other than Amazon's take any. */
  public static final String REGION = "us-east-1";

  private static final Pattern S3 =
      Pattern.compile("s3://([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:/([A-Za-z0-9_./-]*))?");

  /** Checks that key and secret belong together. */
  public StoreAddress {
    if ((key == null) != (secret == null)) {
      throw new IllegalArgumentException("a key and a secret belong together");
    }
  }

  /**
   * Reads a place as typed: {@code s3://BUCKET/PREFIX}.
   *
   * @throws IllegalArgumentException where it is none
   */
  public static StoreAddress of(
      String typed,
      @Nullable URI endpoint,
      String region,
      @Nullable String key,
      @Nullable String secret) {
    Matcher matcher = S3.matcher(typed);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "\"" + typed + "\" is no store; one is s3://BUCKET or s3://BUCKET/PREFIX");
    }
    String within = matcher.group(2) == null ? "" : matcher.group(2).replaceFirst("/+$", "");
    return new StoreAddress(
        matcher.group(1), within.isEmpty() ? "" : within + "/", endpoint, region, key, secret);
  }

  @Override
  public String toString() {
    return "s3://" + bucket + "/" + prefix;
  }
}
