using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Sems.GrainInterfaces;

namespace Sems.Grains.Settings;

/// <summary>Words for people: shown as they are, so they have neither line breaks nor what a page could take for tags.</summary>
internal class TextField(string path, int longest, Func<ChargingSettings, string> get, Func<ChargingSettings, string, ChargingSettings> set)
    : SettingField(path, campusOnly: true)
{
    public sealed override bool IsText => true;

    protected virtual SettingsFaultKind Kind => SettingsFaultKind.Text;

    public sealed override IEnumerable<SettingsFault> Check(JsonNode value) =>
        IsWord(value, out var text) && text.Length <= longest && Fits(text) ? [] : [new(Path, Shorten(value), Kind, 0, longest)];

    public sealed override ChargingSettings Apply(ChargingSettings under, JsonNode value) => set(under, value.GetValue<string>());

    public sealed override JsonNode Show(ChargingSettings settings) => get(settings);

    protected virtual bool Fits(string text) => !text.Any(c => char.IsControl(c) || c is '<' or '>' or '\u2028' or '\u2029');
}

/// <summary>Small letters and digits, each for itself.</summary>
internal sealed class LettersField(string path, int longest, Func<ChargingSettings, string> get, Func<ChargingSettings, string, ChargingSettings> set)
    : TextField(path, longest, get, set)
{
    protected override SettingsFaultKind Kind => SettingsFaultKind.Letters;

    protected override bool Fits(string text) => text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c));
}

/// <summary>One of a few words.</summary>
internal sealed class WordField(
    string path, string[] words, Func<ChargingSettings, string> get, Func<ChargingSettings, string, ChargingSettings> set)
    : SettingField(path, campusOnly: true)
{
    public override bool IsText => true;

    public override IEnumerable<SettingsFault> Check(JsonNode value) =>
        IsWord(value, out var text) && words.Contains(text) ? [] : [new(Path, Shorten(value), SettingsFaultKind.Word, Other: string.Join(", ", words))];

    public override ChargingSettings Apply(ChargingSettings under, JsonNode value) => set(under, value.GetValue<string>());

    public override JsonNode Show(ChargingSettings settings) => get(settings);
}

/// <summary>Address of a map's pictures: empty, or of the web with places for zoom, column and row (<c>{-y}</c> where rows count from the south).</summary>
internal sealed partial class TileUrlField(string path, int longest, Func<ChargingSettings, string> get, Func<ChargingSettings, string, ChargingSettings> set)
    : TextField(path, longest, get, set)
{
    protected override SettingsFaultKind Kind => SettingsFaultKind.TileUrl;

    protected override bool Fits(string text)
    {
        if (text.Length == 0) return true;
        var places = Places().Matches(text).Select(m => m.Value).ToHashSet();
        if (!places.Contains("{z}") || !places.Contains("{x}") || !(places.Contains("{y}") ^ places.Contains("{-y}"))) return false;
        var address = Places().Replace(text, "0");
        return base.Fits(text) && !address.Any(c => char.IsWhiteSpace(c) || c is '{' or '}' or '"' or '\'' or '\\' or '`')
            && Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.Host.Length > 0 && uri.UserInfo.Length == 0
            && (address.StartsWith("http://", StringComparison.Ordinal) || address.StartsWith("https://", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"\{(?:z|x|y|-y|s|r)\}")]
    private static partial Regex Places();
}

/// <summary>A number with a fraction, or "none".</summary>
internal sealed class NumberOrNoneField(
    string path, double least, double most, Func<ChargingSettings, double?> get, Func<ChargingSettings, double?, ChargingSettings> set)
    : SettingField(path, campusOnly: true)
{
    public override IEnumerable<SettingsFault> Check(JsonNode value) =>
        IsNone(value) || IsNumber(value, least, most, out _) ? [] : [new(Path, Shorten(value), SettingsFaultKind.NumberOrNone, least, most)];

    public override ChargingSettings Apply(ChargingSettings under, JsonNode value) => set(under, IsNone(value) ? null : value.GetValue<double>());

    public override JsonNode Show(ChargingSettings settings) => get(settings) is { } number ? number : None;
}
