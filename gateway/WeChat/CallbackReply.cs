using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml;

namespace Sems.Gateway.WeChat;

/// <summary>What a callback is answered with (被动回复用户消息).</summary>
internal static class CallbackReply
{
    /// <summary>Nothing to say: WeChat does not ask again.</summary>
    public const string Nothing = "success";

    /// <summary>A text for who wrote.</summary>
    public static string Text(CallbackMessage to, string text, DateTimeOffset now) => Xml(
        ("ToUserName", to.From), ("FromUserName", to.To), ("CreateTime", Seconds(now)), ("MsgType", "text"), ("Content", text));

    /// <summary>The same encrypted.</summary>
    public static string Encrypted(CallbackCipher cipher, string token, string reply, DateTimeOffset now)
    {
        var (encrypted, timestamp, nonce) = (cipher.Encrypt(reply), Seconds(now), RandomNumberGenerator.GetHexString(16, lowercase: true));
        return Xml(("Encrypt", encrypted), ("MsgSignature", Signatures.OfCallback(token, timestamp, nonce, encrypted)), ("TimeStamp", timestamp), ("Nonce", nonce));
    }

    private static string Seconds(DateTimeOffset now) => now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private static string Xml(params (string Name, string Value)[] fields)
    {
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true, CheckCharacters = false }))
        {
            xml.WriteStartElement("xml");
            foreach (var (name, value) in fields)
            {
                xml.WriteStartElement(name);
                if (name is "CreateTime" or "TimeStamp") xml.WriteString(value);
                else xml.WriteCData(value.Replace("]]>", "]] >", StringComparison.Ordinal));
                xml.WriteEndElement();
            }
            xml.WriteEndElement();
        }
        return text.ToString();
    }
}
