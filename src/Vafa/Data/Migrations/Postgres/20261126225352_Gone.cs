using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Vafa.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Gone : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "gone_at",
                table: "member",
                type: "timestamp with time zone",
                nullable: true
            );

            migrationBuilder.AddColumn<Guid>(name: "merged_into", table: "member", type: "uuid", nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_member_gone_at",
                table: "member",
                column: "gone_at",
                filter: "gone_at IS NOT NULL"
            );

            migrationBuilder.CreateIndex(
                name: "ix_member_merged_into",
                table: "member",
                column: "merged_into",
                filter: "merged_into IS NOT NULL"
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(name: "ix_member_gone_at", table: "member");

            migrationBuilder.DropIndex(name: "ix_member_merged_into", table: "member");

            migrationBuilder.DropColumn(name: "gone_at", table: "member");

            migrationBuilder.DropColumn(name: "merged_into", table: "member");
        }
    }
}
