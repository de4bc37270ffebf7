using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Vafa.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Tiers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "member_tier",
                columns: table => new
                {
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ladder = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    tier = table.Column<string>(type: "text", nullable: true),
                    since = table.Column<DateOnly>(type: "date", nullable: true),
                    grace_until = table.Column<DateOnly>(type: "date", nullable: true),
                    placed_tier = table.Column<string>(type: "text", nullable: true),
                    placed_until = table.Column<DateOnly>(type: "date", nullable: true),
                    placed_by = table.Column<string>(type: "text", nullable: true),
                    warned_of = table.Column<DateOnly>(type: "date", nullable: true),
                    review_on = table.Column<DateOnly>(type: "date", nullable: true),
                    ladder_version = table.Column<long>(type: "bigint", nullable: false),
                    moves = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_member_tier", x => new { x.member_id, x.ladder });
                }
            );

            migrationBuilder.CreateTable(
                name: "member_tier_move",
                columns: table => new
                {
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    ladder = table.Column<string>(type: "text", nullable: false),
                    no = table.Column<long>(type: "bigint", nullable: false),
                    from_tier = table.Column<string>(type: "text", nullable: true),
                    to_tier = table.Column<string>(type: "text", nullable: true),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    why = table.Column<short>(type: "smallint", nullable: false),
                    cause_id = table.Column<Guid>(type: "uuid", nullable: true),
                    by = table.Column<string>(type: "text", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_member_tier_move", x => new { x.member_id, x.id });
                }
            );

            migrationBuilder.CreateIndex(
                name: "ix_member_tier_ladder_tier",
                table: "member_tier",
                columns: new[] { "ladder", "tier" }
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "member_tier");

            migrationBuilder.DropTable(name: "member_tier_move");
        }
    }
}
