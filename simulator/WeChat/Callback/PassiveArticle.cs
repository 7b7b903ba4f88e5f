using System.Xml.Linq;

namespace Sems.Simulator.WeChat.Callback;

/// <summary>An article of a reply.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Description">What stands beneath.</param>
/// <param name="Url">Where it leads.</param>
public sealed record PassiveArticle(string Title, string Description, string Url)
{
    /// <summary>Reads an <c>item</c>.</summary>
    public static PassiveArticle Read(XElement item) =>
        new(item.Element("Title")?.Value ?? "", item.Element("Description")?.Value ?? "", item.Element("Url")?.Value ?? "");
}
