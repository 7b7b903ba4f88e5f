using System.Globalization;
using System.Text;

namespace Sems.Simulator.WeChat.Callback;

/// <summary>Something that WeChat tells the account's server: a message or an event of somebody's.</summary>
/// <param name="Openid">Whose.</param>
/// <param name="Type">MsgType.</param>
/// <param name="Parts">What the type has, in order: a name and a value, or a number.</param>
public sealed record CallbackEvent(string Openid, string Type, IReadOnlyList<(string Name, object Value)> Parts)
{
    /// <summary>Begins to follow.</summary>
    public static CallbackEvent Subscribe(string openid) => Event(openid, "subscribe", ("EventKey", ""));

    /// <summary>Ends to follow.</summary>
    public static CallbackEvent Unsubscribe(string openid) => Event(openid, "unsubscribe", ("EventKey", ""));

    /// <summary>Tells where the phone is.</summary>
    public static CallbackEvent Location(string openid, double latitude, double longitude, double precision) =>
        Event(openid, "LOCATION", ("Latitude", latitude), ("Longitude", longitude), ("Precision", precision));

    /// <summary>Touches a button of the menu that has a key.</summary>
    public static CallbackEvent Click(string openid, string key) => Event(openid, "CLICK", ("EventKey", key));

    /// <summary>Touches a button of the menu that opens a page.</summary>
    public static CallbackEvent View(string openid, string url) => Event(openid, "VIEW", ("EventKey", url));

    /// <summary>Writes something.</summary>
    /// <param name="openid">Who.</param>
    /// <param name="content">What.</param>
    /// <param name="msgId">The message's number.</param>
    public static CallbackEvent Text(string openid, string content, long msgId) => new(openid, "text", [("Content", content), ("MsgId", msgId)]);

    /// <summary>The message in WeChat's XML.</summary>
    /// <param name="account">Whom it is for: the account's original id.</param>
    /// <param name="createTime">Unix seconds.</param>
    public string ToXml(string account, long createTime)
    {
        var xml = new StringBuilder("<xml>");
        (string Name, object Value)[] head = [("ToUserName", account), ("FromUserName", Openid), ("CreateTime", createTime), ("MsgType", Type)];
        foreach (var (name, value) in head.Concat(Parts))
        {
            xml.Append('<').Append(name).Append('>');
            if (value is string text) xml.Append("<![CDATA[").Append(text.Replace("]]>", "]]]]><![CDATA[>", StringComparison.Ordinal)).Append("]]>");
            else xml.Append(Convert.ToString(value, CultureInfo.InvariantCulture));
            xml.Append("</").Append(name).Append('>');
        }

        return xml.Append("</xml>").ToString();
    }

    private static CallbackEvent Event(string openid, string name, params (string Name, object Value)[] parts) =>
        new(openid, "event", [("Event", name), .. parts]);
}
