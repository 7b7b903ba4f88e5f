using Microsoft.Extensions.Configuration;
using Sems.Grains.Wechat;
using Sems.Storage.Outbox;

namespace Sems.Silo;

/// <summary>Reads the section <c>WeChat</c> of the configuration. An account is configured where <c>WeChat:AppId</c> is set.</summary>
public static class WechatSettingsReader
{
    private const string Section = "WeChat";

    /// <summary>Reads and checks them.</summary>
    /// <exception cref="FormatException">One is missing or not understood; the message names it, and repeats no secret.</exception>
    public static WechatSettings Read(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        if (Text(section, "AppId") is not { } appId) return WechatSettings.None;
        var standard = WechatSettings.None;
        return new WechatSettings
        {
            AppId = appId,
            AppSecret = Needed(section, "AppSecret"),
            Token = Needed(section, "Token"),
            EncodingAesKey = Key(section),
            ApiBase = Address(section, "ApiBase", standard.ApiBase),
            OAuthBase = Address(section, "OAuthBase", standard.OAuthBase),
            ScriptBase = Address(section, "ScriptBase", standard.ScriptBase),
            PublicBase = Address(section, "PublicBase", null),
            Templates = OfKinds(section.GetSection("Templates")).ToDictionary(t => t.Kind, t => t.Section.Value!.Trim()),
            Fields = OfKinds(section.GetSection("Fields"), fields: true).ToDictionary(f => f.Kind, f => (IReadOnlyDictionary<string, string>)Fields(f.Section)),
        };
    }

    private static string? Text(IConfiguration section, string name) => section[name]?.Trim() is { Length: > 0 } text ? text : null;

    private static string Needed(IConfigurationSection section, string name) =>
        Text(section, name) ?? throw new FormatException($"{Section}:{name} must be set, for {Section}:AppId is");

    private static string? Key(IConfigurationSection section)
    {
        if (Text(section, "EncodingAesKey") is not { } key) return null;
        return EncodingAesKey.IsValid(key)
            ? key
            : throw new FormatException($"{Section}:EncodingAesKey must be {EncodingAesKey.Length} letters and digits as WeChat's console shows them, or empty; it has {key.Length}");
    }

    private static string Address(IConfigurationSection section, string name, string? standard)
    {
        var text = Text(section, name) ?? standard ?? throw new FormatException($"{Section}:{name} must be set, for {Section}:AppId is");
        return Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri is { Query: "", Fragment: "", UserInfo: "" }
            ? text.TrimEnd('/')
            : throw new FormatException($"{Section}:{name} must be an address such as https://sems.example.edu.cn, it is '{text}'");
    }

    private static IEnumerable<(PushKind Kind, IConfigurationSection Section)> OfKinds(IConfigurationSection section, bool fields = false)
    {
        foreach (var each in section.GetChildren())
        {
            if (!fields && string.IsNullOrWhiteSpace(each.Value)) continue;
            if (!Enum.TryParse<PushKind>(each.Key, ignoreCase: true, out var kind) || !Enum.IsDefined(kind) || char.IsAsciiDigit(each.Key[0]))
                throw new FormatException($"{each.Path} is not known: it can be {string.Join(", ", Enum.GetNames<PushKind>())}");
            yield return (kind, each);
        }
    }

    private static Dictionary<string, string> Fields(IConfigurationSection section)
    {
        var fields = new Dictionary<string, string>();
        foreach (var each in section.GetChildren())
        {
            if (!WechatFields.Names.Contains(each.Value)) throw new FormatException($"{each.Path} must be one of {string.Join(", ", WechatFields.Names)}, it is '{each.Value}'");
            fields[each.Key] = each.Value!;
        }
        return fields;
    }
}
