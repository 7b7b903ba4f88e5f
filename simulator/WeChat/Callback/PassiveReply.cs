using System.Xml;
using System.Xml.Linq;

namespace Sems.Simulator.WeChat.Callback;

/// <summary>What the account's server answered a message with.</summary>
/// <param name="Type">MsgType: text or news.</param>
/// <param name="Text">The words of a text.</param>
/// <param name="Articles">The articles of a news.</param>
public sealed record PassiveReply(string Type, string? Text, IReadOnlyList<PassiveArticle> Articles)
{
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreWhitespace = true };

    /// <summary>Reads a reply.</summary>
    /// <param name="body">The body of the answer.</param>
    /// <param name="asked">What it answers.</param>
    /// <param name="account">Whose server it is.</param>
    /// <param name="cipher">Decrypts it; null where the call was plain.</param>
    /// <returns>The reply; null for none ("success", or nothing).</returns>
    /// <exception cref="FormatException">WeChat would not understand it; the words say why.</exception>
    public static PassiveReply? Read(string body, CallbackEvent asked, WechatAccount account, MessageCipher? cipher)
    {
        if (body.Trim() is "" or "success") return null;
        var xml = Parse(body);
        if (cipher is not null)
        {
            var encrypted = Need(xml, "Encrypt");
            var signature = CallbackSignature.Of(account.Token, Need(xml, "TimeStamp"), Need(xml, "Nonce"), encrypted);
            if (signature != Need(xml, "MsgSignature")) throw new FormatException("the reply's MsgSignature is wrong");
            xml = Parse(cipher.Decrypt(encrypted));
        }

        if (Need(xml, "ToUserName") != asked.Openid) throw new FormatException("the reply is for somebody else");
        if (Need(xml, "FromUserName") != account.OriginalId) throw new FormatException("the reply is from another account");
        if (!long.TryParse(Need(xml, "CreateTime"), out _)) throw new FormatException("the reply's CreateTime is no number");
        return Need(xml, "MsgType") switch
        {
            "text" => new PassiveReply("text", Need(xml, "Content"), []),
            "news" => new PassiveReply("news", null, [.. xml.Element("Articles")?.Elements("item").Select(PassiveArticle.Read) ?? []]),
            var type => throw new FormatException($"the stand-in knows no replies of type {type}"),
        };
    }

    private static XElement Parse(string text)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), Settings);
            var root = XElement.Load(reader);
            return root.Name == "xml" ? root : throw new FormatException("the reply's root is not <xml>");
        }
        catch (XmlException e)
        {
            throw new FormatException($"the reply is no XML: {e.Message}", e);
        }
    }

    private static string Need(XElement xml, string name) => xml.Element(name)?.Value ?? throw new FormatException($"the reply has no {name}");
}
