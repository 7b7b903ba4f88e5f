using System.Globalization;
using System.Xml;

namespace Sems.Gateway.WeChat;

/// <summary>A message or event of WeChat's: the texts right under its <c>xml</c> by name.</summary>
internal sealed class CallbackMessage
{
    /// <summary>Bytes of a callback; the longest text a person can write is far shorter.</summary>
    public const int MostBytes = 64 * 1024;

    private const int MostFields = 64;
    private static readonly XmlReaderSettings Careful = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MostBytes,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    private readonly Dictionary<string, string> _fields = [];

    private CallbackMessage()
    {
    }

    /// <summary>text, event, image, …</summary>
    public string Type => this["MsgType"] ?? "";

    /// <summary>Who in WeChat it comes from: the openid.</summary>
    public string From => this["FromUserName"] ?? "";

    /// <summary>The account, as it calls itself in messages.</summary>
    public string To => this["ToUserName"] ?? "";

    /// <summary>When, Unix seconds; 0 when it does not say.</summary>
    public long CreateTime => long.TryParse(this["CreateTime"], NumberStyles.None, CultureInfo.InvariantCulture, out var time) ? time : 0;

    /// <summary>What is the message's own, also when it is sent again: its number; an event has none and is known by who, when and what.</summary>
    public string Identity => this["MsgId"] is { Length: > 0 } id ? $"{From} {id}" : $"{From} {CreateTime} {this["Event"]} {this["EventKey"]}";

    /// <summary>A field, or null.</summary>
    public string? this[string name] => _fields.GetValueOrDefault(name);

    /// <summary>A number of degrees, or null.</summary>
    public double? Degrees(string name, double most) =>
        double.TryParse(this[name], NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) && Math.Abs(degrees) <= most ? degrees : null;

    /// <summary>Reads one; null when it is none.</summary>
    public static CallbackMessage? Read(string xml)
    {
        try
        {
            using var text = new StringReader(xml);
            using var reader = XmlReader.Create(text, Careful);
            if (reader.MoveToContent() != XmlNodeType.Element || reader.LocalName != "xml") return null;
            var message = new CallbackMessage();
            reader.Read();
            while (reader.NodeType != XmlNodeType.EndElement)
            {
                if (reader.NodeType != XmlNodeType.Element) reader.Read();
                else if (message._fields.Count == MostFields || !message.Take(reader)) return null;
            }
            return message;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    /// <summary>A field; one that has fields of its own (a message of several pictures) says nothing to us.</summary>
    private bool Take(XmlReader reader)
    {
        var name = reader.LocalName;
        var content = "";
        if (reader.IsEmptyElement) reader.Read();
        else
        {
            var depth = reader.Depth;
            reader.Read();
            while (reader.Depth > depth)
            {
                if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA) content += reader.Value;
                if (reader.NodeType == XmlNodeType.Element) reader.Skip();
                else reader.Read();
            }
            reader.Read();
        }
        return _fields.TryAdd(name, content); // a name that comes twice could mean either
    }
}
