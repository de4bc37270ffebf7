using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Vafa.Core.Values;
using Vafa.Features.Members.Filter;
using Vafa.Features.Programme;

namespace Vafa.Features.Members.Bulk;

/// <summary>Reads {ids or filter, action, value, field?, expect?}.</summary>
internal static class BulkDocument
{
    public const int MostNamed = 20_000;
    private const int LongestFilter = 2_000;

    /// <param name="expect">The count that the preview told; only where it is asked for.</param>
    public static Outcome<(BulkRequest Request, int? Expect)> Read(DocumentReader fields, ClubVersion club, bool expect)
    {
        var ids = Ids(fields);
        var filter = Filter(fields, club);
        var action = fields.Choice<BulkAction>(
            "action",
            required: true,
            ("addGroup", BulkAction.AddGroup),
            ("removeGroup", BulkAction.RemoveGroup),
            ("setField", BulkAction.SetField)
        );
        var change = action is { } known ? Change(fields, club, known) : NoChange(fields);
        var count = expect ? fields.Whole("expect", 0, MostNamed, required: true) : null;
        fields.Done();
        if (fields.IsClean && (ids is null) == (filter is null))
        {
            fields.Refuse("bulk.who", ids is null ? "ids" : "filter");
        }

        return fields.IsClean ? (new BulkRequest(ids, filter, change!, club), (int?)count) : fields.Refusals;
    }

    private static List<Guid>? Ids(DocumentReader fields)
    {
        if (!fields.Has("ids"))
        {
            return null;
        }

        var ids = new List<Guid>();
        foreach (var text in fields.Texts("ids", MostNamed, maxLength: 36))
        {
            if (!Guid.TryParseExact(text, "D", out var id))
            {
                fields.Refuse("json.uuid", "ids");
                break;
            }

            ids.Add(id);
        }

        return [.. ids.Distinct()];
    }

    /// <summary>
    /// As it stands in the list's address behind "?"; the list's own place and order are passed over.
    /// </summary>
    private static MemberFilter? Filter(DocumentReader fields, ClubVersion club)
    {
        if (!fields.Has("filter"))
        {
            return null;
        }

        if (fields.Any("filter") is { ValueKind: JsonValueKind.String } said && said.ValueEquals(""))
        {
            return MemberFilter.Everybody;
        }

        if (fields.Text("filter", LongestFilter) is not { } query)
        {
            return MemberFilter.Everybody;
        }

        var read = MemberFilter.Read(QueryHelpers.ParseQuery(query), club);
        foreach (var refusal in read.Refusals)
        {
            fields.Refuse(refusal.Code, "filter", refusal.Args);
        }

        return read.IsRefused ? MemberFilter.Everybody : read.Value;
    }

    /// <summary>What belongs to an action that is not known is not said to be unknown, too.</summary>
    private static BulkChange? NoChange(DocumentReader fields)
    {
        fields.Any("field");
        fields.Any("value");
        return null;
    }

    private static BulkChange? Change(DocumentReader fields, ClubVersion club, BulkAction action)
    {
        if (action != BulkAction.SetField)
        {
            var group = fields.Text("value", 64, required: true);
            if (group is not null && !club.MemberGroups.Contains(group))
            {
                fields.Refuse("member.group-unknown", "value", group);
            }
            else if (group is not null && club.GroupRules.ContainsKey(group))
            {
                fields.Refuse("member.group-by-rule", "value", group);
            }

            return group is null ? null : new BulkChange(action, group, null);
        }

        if (fields.Text("field", 64, required: true) is not { } code)
        {
            return NoChange(fields);
        }

        if (!club.Fields.TryGetValue(code, out var field))
        {
            fields.Refuse("member.field-unknown", "field", code);
            return NoChange(fields);
        }

        if (fields.Any("value") is not { } value)
        {
            return new BulkChange(action, code, null);
        }

        var read = field.Canonical(value);
        if (read.IsRefused)
        {
            fields.Refuse(read.Refusals[0].Code, "value", read.Refusals[0].Args);
            return null;
        }

        return new BulkChange(action, code, read.Value);
    }
}
