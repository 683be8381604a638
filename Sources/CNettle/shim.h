#include <nettle/sha2.h>
#include <nettle/version.h>

// nettle 4 takes the digest's length out of this call.
static inline void nps_sha256_digest(struct sha256_ctx *context, uint8_t *digest) {
#if NETTLE_VERSION_MAJOR >= 4
    nettle_sha256_digest(context, digest);
#else
    nettle_sha256_digest(context, SHA256_DIGEST_SIZE, digest);
#endif
}
