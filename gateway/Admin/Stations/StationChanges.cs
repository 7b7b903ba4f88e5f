using System.Security.Claims;
using Sems.Gateway.Admin.Registry;
using Sems.Gateway.Service.Keys;
using Sems.GrainInterfaces;
using Sems.Storage;

namespace Sems.Gateway.Admin.Stations;

/// <summary>Changes of stations and their meters.</summary>
internal static class StationChanges
{
    public static async Task<IResult> CreateAsync(
        StationRequest request, IGrainFactory grains, StationReader stations, StationKeyRing keys, ClaimsPrincipal user, CancellationToken cancel)
    {
        var group = FieldReader.Tidy(request.Group);
        if (FieldReader.NumberFault("group", group) is { } fault) return RegistryWords.Bad(fault);
        if (Read(request, out var other) is not { } fields) return RegistryWords.Bad(other!);
        var refusal = await Grain(grains, group!).Create(fields.Edits, Name(user));
        if (refusal != RegistryRefusal.None) return RegistryWords.Refused(refusal);
        await UseNowAsync(keys);
        return Results.Created($"/api/admin/stations/{Uri.EscapeDataString(group!)}", await stations.FindAsync(group!, cancel));
    }

    public static async Task<IResult> EditAsync(
        string group, StationRequest request, IGrainFactory grains, StationReader stations, ClaimsPrincipal user, CancellationToken cancel)
    {
        if (Read(request, out var fault) is not { } fields) return RegistryWords.Bad(fault!);
        return await DoneAsync(RouteText.Of(group), await Grain(grains, RouteText.Of(group)).Edit(fields.Edits, Name(user)), stations, cancel);
    }

    public static async Task<IResult> RetireAsync(
        string group, IGrainFactory grains, StationReader stations, StationKeyRing keys, ClaimsPrincipal user, CancellationToken cancel)
    {
        var refusal = await Grain(grains, RouteText.Of(group)).Retire(Name(user));
        await UseNowAsync(keys);
        return await DoneAsync(RouteText.Of(group), refusal, stations, cancel);
    }

    public static async Task<IResult> RestoreAsync(
        string group, IGrainFactory grains, StationReader stations, StationKeyRing keys, ClaimsPrincipal user, CancellationToken cancel)
    {
        var refusal = await Grain(grains, RouteText.Of(group)).Restore(Name(user));
        await UseNowAsync(keys);
        return await DoneAsync(RouteText.Of(group), refusal, stations, cancel);
    }

    public static async Task<IResult> AddAmmeterAsync(string group, AmmeterRequest request, IGrainFactory grains, ClaimsPrincipal user)
    {
        var ammeter = FieldReader.Tidy(request.Ammeter);
        var name = FieldReader.Tidy(request.Name) ?? ammeter;
        if (FieldReader.NumberFault("ammeter", ammeter) is { } fault) return RegistryWords.Bad(fault);
        if (FieldReader.TextFault("name", name) is { } other) return RegistryWords.Bad(other);
        var refusal = await Grain(grains, RouteText.Of(group)).AddAmmeter(ammeter!, name!, Name(user));
        if (refusal != RegistryRefusal.None) return RegistryWords.Refused(refusal);
        var path = $"/api/admin/ammeters/{Uri.EscapeDataString(RouteText.Of(group))}/{Uri.EscapeDataString(ammeter!)}";
        return Results.Created(path, await MeterAsync(group, ammeter!, grains));
    }

    public static async Task<IResult> RenameAmmeterAsync(string group, string ammeter, AmmeterRequest request, IGrainFactory grains, ClaimsPrincipal user)
    {
        var name = FieldReader.Tidy(request.Name);
        if (FieldReader.NumberFault("name", name) is { } fault) return RegistryWords.Bad(fault);
        var refusal = await Grain(grains, RouteText.Of(group)).RenameAmmeter(RouteText.Of(ammeter), name!, Name(user));
        return refusal == RegistryRefusal.None ? Results.Ok(await MeterAsync(group, RouteText.Of(ammeter), grains)) : RegistryWords.Refused(refusal);
    }

    public static async Task<IResult> RemoveAmmeterAsync(string group, string ammeter, IGrainFactory grains, ClaimsPrincipal user)
    {
        var refusal = await Grain(grains, RouteText.Of(group)).TakeOutAmmeter(RouteText.Of(ammeter), Name(user));
        return refusal == RegistryRefusal.None ? Results.NoContent() : RegistryWords.Refused(refusal);
    }

    private static FieldReader? Read(StationRequest request, out string? fault)
    {
        var fields = new FieldReader();
        fields.Text("name", request.Name);
        fields.Place(request.Latitude, request.Longitude);
        fault = fields.Fault;
        return fault is null ? fields : null;
    }

    private static async Task<IResult> DoneAsync(string group, RegistryRefusal refusal, StationReader stations, CancellationToken cancel) =>
        refusal == RegistryRefusal.None && await stations.FindAsync(group, cancel) is { } station
            ? Results.Ok(station)
            : RegistryWords.Refused(refusal == RegistryRefusal.None ? RegistryRefusal.GroupUnknown : refusal);

    private static async Task<AmmeterView?> MeterAsync(string group, string ammeter, IGrainFactory grains) =>
        await grains.GetGrain<IAmmeterGrain>(new AmmeterKey(RouteText.Of(group), ammeter).ToString()).Status() is { } status ? Views.Of(status) : null;

    /// <summary>This gateway knows at once which stations there are; others, and this one if it cannot read now, when they next look.</summary>
    private static async Task UseNowAsync(StationKeyRing keys)
    {
        try
        {
            await keys.RefreshAsync();
        }
        catch (StorageUnavailableException)
        {
            // the change is made all the same, and the next look is half a second away
        }
    }

    private static string Name(ClaimsPrincipal user) => user.Identity?.Name ?? "?";

    private static IAmmeterGroupGrain Grain(IGrainFactory grains, string group) => grains.GetGrain<IAmmeterGroupGrain>(group);
}
