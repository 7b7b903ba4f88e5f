using System.Text;
using Sems.Analysis.Batteries;
using Sems.Storage.Registry;

namespace Sems.Grains.Analysis;

/// <summary>Which model of a brand a bike is. Students write it by hand: case, width and blanks make no difference.</summary>
public static class ModelKeys
{
    /// <summary>Brand, model and kind of battery, such as <c>雅迪|de3|lead_acid</c>; null when brand or model is not known.</summary>
    public static string? Of(Vehicle vehicle)
    {
        var (brand, model) = (Tidy(vehicle.Brand), Tidy(vehicle.Model));
        return brand.Length == 0 || model.Length == 0 ? null : $"{brand}|{model}|{Word(BatteryLabels.Of(vehicle).Kind)}";
    }

    /// <summary>Whether two texts say the same, as far as both say something.</summary>
    public static bool Differ(string? one, string? other) => Tidy(one) is { Length: > 0 } a && Tidy(other) is { Length: > 0 } b && a != b;

    private static string Tidy(string? text)
    {
        var tidy = new StringBuilder();
        foreach (var letter in (text ?? "").Normalize(NormalizationForm.FormKC))
            if (!char.IsWhiteSpace(letter) && !char.IsControl(letter) && letter is not ('|' or '/' or '-' or '_')) tidy.Append(char.ToLowerInvariant(letter));
        return tidy.ToString();
    }

    private static string Word(BatteryKind kind) => kind switch
    {
        BatteryKind.LeadAcid => "lead_acid",
        BatteryKind.Lithium => "lithium",
        _ => "unknown",
    };
}
