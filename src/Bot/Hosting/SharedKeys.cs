using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Companion.Workflows.HandOffs;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption.ConfigurationModel;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;

namespace Companion.Bot.Hosting;

/// <summary>
/// The one key that forms and sign-in cookies are protected with, made of Links:Key: the same on every Companion of a deployment
/// and after every start, and stored nowhere. A new Links:Key replaces it.
/// </summary>
public sealed class SharedKeys(LinkSettings links) : IXmlRepository, IConfigureOptions<KeyManagementOptions>
{
    /// <inheritdoc/>
    public void Configure(KeyManagementOptions options) => (options.XmlRepository, options.AutoGenerateKeys) = (this, false);

    /// <inheritdoc/>
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var secret = new Secret(Derive("pages", 64));
        var descriptor = new AuthenticatedEncryptorDescriptor(new AuthenticatedEncryptorConfiguration(), secret).ExportToXml();
        return
        [
            new XElement(
                "key",
                new XAttribute("id", new Guid(Derive("pages id", 16))),
                new XAttribute("version", 1),
                new XElement("creationDate", Date(2020)),
                new XElement("activationDate", Date(2020)),
                new XElement("expirationDate", Date(9000)),
                new XElement(
                    "descriptor",
                    new XAttribute("deserializerType", descriptor.DeserializerType.AssemblyQualifiedName!),
                    descriptor.SerializedDescriptorElement)),
        ];
    }

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">Always: there is one key and it is never stored.</exception>
    public void StoreElement(XElement element, string friendlyName) => throw new NotSupportedException("The key is made of Links:Key.");

    private byte[] Derive(string use, int bytes) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(links.Key), bytes, info: Encoding.UTF8.GetBytes("companion " + use));

    private static string Date(int year) => new DateTimeOffset(year, 1, 1, 0, 0, 0, TimeSpan.Zero).ToString("O", CultureInfo.InvariantCulture);
}
