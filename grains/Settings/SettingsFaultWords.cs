using System.Globalization;
using Sems.GrainInterfaces;

namespace Sems.Grains.Settings;

/// <summary>Faults in English, for who starts SEMS; the gateway has words of its own for administrators.</summary>
public static class SettingsFaultWords
{
    /// <summary>What the field must be, and what it is.</summary>
    /// <param name="name">The field's name where it was set.</param>
    /// <param name="fault">What is wrong with it.</param>
    public static string English(string name, SettingsFault fault) => $"{name} {Must(fault)}, it is {fault.Value}";

    private static string Must(SettingsFault fault)
    {
        var range = string.Create(CultureInfo.InvariantCulture, $"from {fault.Least} to {fault.Most}");
        return fault.Kind switch
        {
            SettingsFaultKind.NotJson => "must be JSON",
            SettingsFaultKind.Unknown => "is not a setting",
            SettingsFaultKind.NotAnObject => "must have fields",
            SettingsFaultKind.WholeNumber => $"must be a whole number {range}",
            SettingsFaultKind.WholeNumberOrNone => $"must be a whole number {range}, or none",
            SettingsFaultKind.Number => $"must be a number {range}",
            SettingsFaultKind.Action => "must be notice, alarm or lock",
            SettingsFaultKind.Bands => string.Create(CultureInfo.InvariantCulture, $"must be a list of at most {fault.Most} bands"),
            SettingsFaultKind.TimeOfDay => "must be a time HH:mm",
            SettingsFaultKind.EmptyBand => "must be another time than the band's start",
            SettingsFaultKind.CampusOnly => "can be set for the campus only",
            SettingsFaultKind.LockNeedsTwo => "must be 2 at least, for the action is lock",
            SettingsFaultKind.NotBelow => string.Create(CultureInfo.InvariantCulture, $"must be below {fault.Other}, {fault.Most}"),
            SettingsFaultKind.Span => string.Create(CultureInfo.InvariantCulture, $"must be after the start, by {fault.Most} hours at most"),
            SettingsFaultKind.Text => string.Create(CultureInfo.InvariantCulture, $"must be text of at most {fault.Most} characters without line breaks, < and >"),
            SettingsFaultKind.Letters => string.Create(CultureInfo.InvariantCulture, $"must be at most {fault.Most} small letters and digits"),
            SettingsFaultKind.Word => $"must be one of {fault.Other}",
            SettingsFaultKind.TileUrl => string.Create(
                CultureInfo.InvariantCulture, $"must be empty, or an http or https address of at most {fault.Most} characters with {{z}}, {{x}} and {{y}} (or {{-y}})"),
            SettingsFaultKind.NumberOrNone => $"must be a number {range}, or none",
            SettingsFaultKind.Needed => $"must be set, for {fault.Other} is",
            _ => throw new ArgumentOutOfRangeException(nameof(fault), fault.Kind, "It has no words"),
        };
    }
}
