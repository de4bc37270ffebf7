using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Vafa.Tests.Staff;

/// <summary>
/// A passkey in software: answers the questions of navigator.credentials as a phone would, with one key pair (ES256).
/// </summary>
internal sealed class SoftAuthenticator(string origin) : IDisposable
{
    private const byte Present = 0x01;
    private const byte Verified = 0x04;
    private const byte HasCredential = 0x40;

    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] id = RandomNumberGenerator.GetBytes(16);
    private uint count;
    private string user = "";

    /// <summary>Whether it asked for finger, face or PIN.</summary>
    public bool AsksWho { get; set; } = true;

    public string Create(JsonElement question)
    {
        user = question.GetProperty("user").GetProperty("id").GetString()!;
        var client = Client("webauthn.create", question);
        byte[] credential = [.. new byte[16], 0, (byte)id.Length, .. id, .. PublicKey()];
        byte[] data =
        [
            .. Data(question.GetProperty("rp").GetProperty("id").GetString()!, HasCredential),
            .. credential,
        ];

        // {"fmt": "none", "attStmt": {}, "authData": …}
        byte[] attestation =
        [
            0xa3,
            .. Text("fmt"),
            .. Text("none"),
            .. Text("attStmt"),
            0xa0,
            .. Text("authData"),
            .. Bytes(data),
        ];
        return Answer(
            new
            {
                clientDataJSON = Url(client),
                attestationObject = Url(attestation),
                transports = new[] { "internal" },
            }
        );
    }

    public string Get(JsonElement question)
    {
        var client = Client("webauthn.get", question);
        var data = Data(question.GetProperty("rpId").GetString()!, 0);
        byte[] signed = [.. data, .. SHA256.HashData(client)];
        var signature = key.SignData(signed, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return Answer(
            new
            {
                clientDataJSON = Url(client),
                authenticatorData = Url(data),
                signature = Url(signature),
                userHandle = user,
            }
        );
    }

    public void Dispose() => key.Dispose();

    private string Answer(object response) =>
        JsonSerializer.Serialize(
            new
            {
                id = Url(id),
                rawId = Url(id),
                type = "public-key",
                clientExtensionResults = new { },
                response,
            }
        );

    private byte[] Client(string type, JsonElement question) =>
        JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                type,
                challenge = question.GetProperty("challenge").GetString(),
                origin,
                crossOrigin = false,
            }
        );

    private byte[] Data(string site, byte more)
    {
        var data = new byte[37];
        SHA256.HashData(Encoding.UTF8.GetBytes(site)).CopyTo(data, 0);
        data[32] = (byte)(Present | (AsksWho ? Verified : 0) | more);
        BinaryPrimitives.WriteUInt32BigEndian(data.AsSpan(33), ++count);
        return data;
    }

    /// <summary>COSE: {1: 2 (EC2), 3: -7 (ES256), -1: 1 (P-256), -2: x, -3: y}.</summary>
    private byte[] PublicKey()
    {
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        return [0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, .. Bytes(point.X!), 0x22, .. Bytes(point.Y!)];
    }

    private static byte[] Text(string text) => [(byte)(0x60 + text.Length), .. Encoding.ASCII.GetBytes(text)];

    private static byte[] Bytes(byte[] bytes) => [0x58, (byte)bytes.Length, .. bytes];

    private static string Url(byte[] bytes) => Base64Url.EncodeToString(bytes);
}
